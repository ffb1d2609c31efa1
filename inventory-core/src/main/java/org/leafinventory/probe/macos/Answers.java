package org.leafinventory.probe.macos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

  /** Nothing that macOS answers is nested this deep. */
  private static final int MAX_DEPTH = 100;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private final Recording recording;
  private final Set<Issue> issues = new LinkedHashSet<>();
  private final Map<String, Profile> profiles = new TreeMap<>();

  Answers(Recording recording) {
    this.recording = recording;
  }

  /** What was found wrong so far, in order, each thing once. */
  List<Issue> issues() {
    return new ArrayList<>(issues);
  }

  void issue(String section, IssueKind kind, String message) {
    issues.add(Issue.of(section, kind, message));
  }

  /** Whether the machine answered this at all. */
  boolean has(String id) {
    return recording.probe(id).filter(ProbeResult::isSuccess).isPresent();
  }

  /** Standard output as text; an exit status is no failure while there is output. */
  Optional<String> text(String id, String section) {
    return recording
        .probe(id)
        .filter(answer -> isUsable(answer, section))
        .map(answer -> answer.stdout().text());
  }

  /** Standard output less its line feed, of a command that fails when the value is not set. */
  Optional<String> value(String id) {
    return recording
        .probe(id)
        .filter(ProbeResult::isSuccess)
        .flatMap(this::utf8)
        .map(text -> text.replaceFirst("\n$", ""))
        .filter(value -> !value.isBlank());
  }

  private Optional<String> utf8(ProbeResult answer) {
    Optional<String> text = answer.stdout().strictText();
    if (text.isEmpty()) {
      issue("system_info", IssueKind.MALFORMED, answer.command() + " gave no UTF-8 text");
    }
    return text;
  }

  /** A property list. */
  Optional<JsonNode> plist(String id, String section) {
    Optional<ProbeResult> answer = recording.probe(id).filter(it -> isUsable(it, section));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonNode> tree = Plists.parse(answer.get().stdout());
    if (tree.isEmpty()) {
      issue(section, IssueKind.MALFORMED, answer.get().command() + " gave no property list");
    }
    return tree.filter(it -> !isDiskutilError(it, answer.get(), section));
  }

  /** A property list that many machines do not have: nothing, without an issue, where it is not. */
  JsonNode optionalPlist(String id) {
    return recording
        .probe(id)
        .filter(answer -> !answer.stdout().isEmpty())
        .flatMap(answer -> Plists.parse(answer.stdout()))
        .orElseGet(MissingNode::getInstance);
  }

  /** The items of one data type of {@code system_profiler}; empty where there are none. */
  List<JsonNode> profile(String type, String section) {
    Profile profile = profiles.computeIfAbsent(type, this::parseProfile);
    profile.trouble().ifPresent(trouble -> issue(section, trouble.kind(), trouble.message()));
    return Tree.items(profile.section());
  }

  /** The sections of {@code system_profiler} that were read, by data type. */
  Map<String, JsonNode> profiles() {
    Map<String, JsonNode> answered = new TreeMap<>();
    profiles.forEach((type, profile) -> answered.put(type, profile.section()));
    answered.values().removeIf(JsonNode::isMissingNode);
    return answered;
  }

  /** What is wrong with an answer, whichever sections it belongs to. */
  private record Trouble(IssueKind kind, String message) {}

  /** One data type: what was read of it, or what was wrong with it. */
  private record Profile(JsonNode section, Optional<Trouble> trouble) {

    static Profile bad(IssueKind kind, String message) {
      return new Profile(MissingNode.getInstance(), Optional.of(new Trouble(kind, message)));
    }
  }

  private Profile parseProfile(String type) {
    Optional<ProbeResult> answer = recording.probe(type);
    if (answer.isEmpty()) {
      return new Profile(MissingNode.getInstance(), Optional.empty());
    }
    Optional<IssueKind> trouble = trouble(answer.get());
    if (trouble.isPresent()) {
      return Profile.bad(trouble.get(), describe(answer.get(), trouble.get()));
    }
    boolean isPlist = answer.get().stdout().text().stripLeading().startsWith("<");
    return isPlist ? fromPlist(answer.get()) : fromJson(type, answer.get());
  }

  /** The form before macOS 10.15: a list with one element per data type. */
  private static Profile fromPlist(ProbeResult answer) {
    return Plists.parse(answer.stdout())
        .map(tree -> new Profile(tree.path(0).path("_items"), Optional.empty()))
        .orElseGet(
            () -> Profile.bad(IssueKind.MALFORMED, answer.command() + " gave no property list"));
  }

  private static Profile fromJson(String type, ProbeResult answer) {
    try {
      return new Profile(JSON.readTree(answer.stdout().toArray()).path(type), Optional.empty());
    } catch (JsonProcessingException e) {
      String where = "line " + e.getLocation().getLineNr();
      return Profile.bad(
          IssueKind.MALFORMED, answer.command() + " gave no JSON: " + where + ": " + why(e));
    } catch (IOException e) {
      return Profile.bad(IssueKind.MALFORMED, answer.command() + " gave no UTF-8 text");
    }
  }

  private static String why(JsonProcessingException e) {
    return Printable.line(e.getOriginalMessage());
  }

  private boolean isUsable(ProbeResult answer, String section) {
    Optional<IssueKind> trouble = trouble(answer);
    trouble.ifPresent(kind -> issue(section, kind, describe(answer, kind)));
    return trouble.isEmpty();
  }

  private static Optional<IssueKind> trouble(ProbeResult answer) {
    return switch (answer.outcome()) {
      case TIMED_OUT -> Optional.of(IssueKind.TIMED_OUT);
      case TRUNCATED -> Optional.of(IssueKind.TRUNCATED);
      case EXITED -> {
        if (answer.isMissingTool()) {
          yield Optional.of(IssueKind.MISSING_TOOL);
        }
        boolean silentFailure = !answer.isSuccess() && answer.stdout().isEmpty();
        yield silentFailure ? Optional.of(IssueKind.FAILED) : Optional.empty();
      }
    };
  }

  private static String describe(ProbeResult answer, IssueKind kind) {
    return switch (kind) {
      case TIMED_OUT -> answer.command() + " did not end within its time limit";
      case TRUNCATED -> answer.command() + " answered more than the cap allows";
      case MISSING_TOOL -> "the machine has no " + answer.command().split(" ", 2)[0];
      default -> {
        String told = Printable.line(answer.stderr().text());
        String status = answer.exitStatus().isPresent() ? "" + answer.exitStatus().getAsInt() : "?";
        yield answer.command()
            + " failed with exit status "
            + status
            + (told.isEmpty() ? "" : ": " + told);
      }
    };
  }

  private boolean isDiskutilError(JsonNode tree, ProbeResult answer, String section) {
    if (!Tree.bool(tree, "Error").orElse(false)) {
      return false;
    }
    String message = Tree.text(tree, "ErrorMessage").orElse("it gave no reason");
    issue(section, IssueKind.FAILED, answer.command() + " failed: " + Printable.line(message));
    return true;
  }
}
