package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/**
 * The answers of one machine, and what is wrong with them.
 *
 * <p>A reader asks for an answer on behalf of a section of the inventory; where the answer is not
 * usable, that section gets an issue and the reader gets nothing. An answer that was never asked
 * for is merely absent.
 */
final class Answers {

  private static final String REPLACEMENT = "\ufffd";

  private final Map<String, ProbeResult> answers = new LinkedHashMap<>();
  private final Set<Issue> issues = new LinkedHashSet<>();
  private final Map<String, Profile> profiles = new TreeMap<>();
  private final Map<String, Optional<JsonNode>> plists = new HashMap<>();

  Answers(Recording recording) {
    recording.probes().forEach(answer -> answers.putIfAbsent(answer.id(), answer));
  }

  /** What was found wrong so far, in order, each thing once. */
  List<Issue> issues() {
    return new ArrayList<>(issues);
  }

  void issue(String section, IssueKind kind, String message) {
    issues.add(Issue.of(section, kind, message));
  }

  private void issue(String section, Trouble trouble) {
    issue(section, trouble.kind(), trouble.message());
  }

  /** What {@code maker} makes; where the machine told what cannot be, nothing, with an issue. */
  <T> Optional<T> part(String section, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      issue(
          section,
          IssueKind.MALFORMED,
          "left out: " + Printable.line(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Whether the machine answered this at all. */
  boolean has(String id) {
    return answer(id).filter(ProbeResult::isSuccess).isPresent();
  }

  /** The ids that begin like this, in the order of the answers. */
  List<String> idsWithPrefix(String prefix) {
    return answers.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
  }

  /** Whether the machine was asked this, whatever came of it. */
  boolean wasAsked(String id) {
    return answers.containsKey(id);
  }

  private Optional<ProbeResult> answer(String id) {
    return Optional.ofNullable(answers.get(id));
  }

  /**
   * Standard output as text, less the lines that are not UTF-8; an exit status is no failure while
   * there is output.
   */
  Optional<String> text(String id, String section) {
    return answer(id)
        .filter(answer -> isUsable(answer, section))
        .map(answer -> lines(answer, section));
  }

  /**
   * The same of a command that not every macOS has: nothing, without an issue, where it failed. One
   * that hung or said too much is told of nevertheless.
   */
  Optional<String> optionalText(String id, String section) {
    return answer(id)
        .filter(answer -> answer.isSuccess() || answer.outcome() != ProbeResult.Outcome.EXITED)
        .filter(answer -> isUsable(answer, section))
        .map(answer -> lines(answer, section));
  }

  /** The exit status of a command that tells by it; empty where it was not asked or did not end. */
  OptionalInt exitStatus(String id) {
    return answer(id).map(ProbeResult::exitStatus).orElseGet(OptionalInt::empty);
  }

  private String lines(ProbeResult answer, String section) {
    return answer
        .stdout()
        .strictText()
        .orElseGet(() -> saneLines(answer, section))
        .replace("\r\n", "\n");
  }

  private String saneLines(ProbeResult answer, String section) {
    issue(section, Trouble.malformed(answer, "gave text that is not UTF-8"));
    return answer
        .stdout()
        .text()
        .lines()
        .filter(line -> !line.contains(REPLACEMENT))
        .collect(Collectors.joining("\n"));
  }

  /** Standard output less its line feed, of a command that fails when the value is not set. */
  Optional<String> value(String id) {
    return answer(id).filter(ProbeResult::isSuccess).flatMap(this::utf8).flatMap(Answers::set);
  }

  /** The same for what is checked anyway: bytes that are not UTF-8 make it wrong, not absent. */
  Optional<String> uncheckedValue(String id) {
    return answer(id).filter(ProbeResult::isSuccess).flatMap(answer -> set(answer.stdout().text()));
  }

  private static Optional<String> set(String output) {
    return Optional.of(output)
        .map(text -> text.replaceFirst("\r?\n$", ""))
        .filter(value -> !value.isBlank() && !value.endsWith(": not set"));
  }

  private Optional<String> utf8(ProbeResult answer) {
    Optional<String> text = answer.stdout().strictText();
    if (text.isEmpty()) {
      issue("system_info", Trouble.malformed(answer, "gave text that is not UTF-8"));
    }
    return text;
  }

  /** A property list. */
  Optional<JsonNode> plist(String id, String section) {
    Optional<ProbeResult> answer = answer(id).filter(it -> isUsable(it, section));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonNode> tree = tree(answer.get());
    if (tree.isEmpty()) {
      issue(section, Trouble.malformed(answer.get(), "gave no property list"));
    }
    return tree.filter(it -> !isDiskutilError(it, answer.get(), section));
  }

  /** A property list that many machines do not have: nothing, without an issue, where it is not. */
  JsonNode optionalPlist(String id) {
    return answer(id)
        .filter(answer -> !answer.stdout().isEmpty())
        .flatMap(this::tree)
        .orElseGet(MissingNode::getInstance);
  }

  private Optional<JsonNode> tree(ProbeResult answer) {
    return plists.computeIfAbsent(answer.id(), id -> Plists.parse(answer.stdout()));
  }

  /** The items of one data type of {@code system_profiler}; empty where there are none. */
  List<JsonNode> profile(String type, String section) {
    Profile profile = profiles.computeIfAbsent(type, this::readProfile);
    profile.trouble().ifPresent(trouble -> issue(section, trouble));
    return Tree.items(profile.section());
  }

  private Profile readProfile(String type) {
    return answer(type).map(answer -> Profile.of(type, answer)).orElse(Profile.NOT_ASKED);
  }

  /** The sections of {@code system_profiler} that were read, by data type. */
  Map<String, JsonNode> profiles() {
    Map<String, JsonNode> answered = new TreeMap<>();
    profiles.forEach((type, profile) -> answered.put(type, profile.section()));
    answered.values().removeIf(JsonNode::isMissingNode);
    return answered;
  }

  private boolean isUsable(ProbeResult answer, String section) {
    Optional<Trouble> trouble = Trouble.with(answer);
    trouble.ifPresent(it -> issue(section, it));
    return trouble.isEmpty();
  }

  private boolean isDiskutilError(JsonNode tree, ProbeResult answer, String section) {
    if (!Tree.bool(tree, "Error").orElse(false)) {
      return false;
    }
    String why = Tree.text(tree, "ErrorMessage").orElse("it gave no reason");
    issue(section, Trouble.failed(answer, why));
    return true;
  }
}
