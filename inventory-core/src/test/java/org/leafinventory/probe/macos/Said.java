package org.leafinventory.probe.macos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/** What a machine said: a recording in the making, and the inventory that comes of it. */
final class Said {

  static final Instant ASKED_AT = Instant.parse("2026-01-24T12:00:00Z");

  private final Map<String, ProbeResult> answers = new LinkedHashMap<>();
  private final List<String> sysctl = new ArrayList<>();

  private Said() {}

  static Said nothing() {
    return new Said();
  }

  /** A machine that tells what no inventory can be without, and nothing else. */
  static Said bareMac() {
    return nothing()
        .says("scutil-LocalHostName", "test-mac\n")
        .says("uname-m", "arm64\n")
        .sysctl("hw.physicalcpu: 8", "hw.memsize: 17179869184");
  }

  Said says(String id, String stdout) {
    return says(id, Bytes.utf8(stdout));
  }

  Said says(String id, Bytes stdout) {
    return with(exited(id, 0).stdout(stdout).build());
  }

  /** The items of a data type, as JSON, with single quotes for double ones. */
  Said profile(String type, String items) {
    return says(type, ("{ '" + type + "' : " + items + " }").replace('\'', '"'));
  }

  Said plist(String id, Object root) {
    return says(id, PlistText.plist(root));
  }

  /** More lines of {@code sysctl}. */
  Said sysctl(String... lines) {
    sysctl.addAll(List.of(lines));
    return says("sysctl", String.join("\n", sysctl) + "\n");
  }

  /** Other lines of {@code sysctl} than before. */
  Said onlySysctl(String... lines) {
    sysctl.clear();
    return sysctl(lines);
  }

  Said fails(String id, int exit, String stdout, String stderr) {
    return with(exited(id, exit).stdout(Bytes.utf8(stdout)).stderr(Bytes.utf8(stderr)).build());
  }

  Said timesOut(String id) {
    return with(answer(id).outcome(ProbeResult.Outcome.TIMED_OUT).build());
  }

  Said isCut(String id, String stdout) {
    return with(
        answer(id).outcome(ProbeResult.Outcome.TRUNCATED).stdout(Bytes.utf8(stdout)).build());
  }

  Said without(String id) {
    answers.remove(id);
    return this;
  }

  Said with(ProbeResult answer) {
    answers.put(answer.id(), answer);
    return this;
  }

  Recording recording() {
    return Recording.builder().recordedAt(ASKED_AT).probes(answers.values()).build();
  }

  HardwareInventory inventory() {
    return MacInterpreter.interpret(recording());
  }

  List<Issue> issues() {
    return inventory().issues();
  }

  static ProbeResult.Builder answer(String id) {
    return ProbeResult.builder().id(id).command("ask " + id);
  }

  private static ProbeResult.Builder exited(String id, int exit) {
    return answer(id).outcome(ProbeResult.Outcome.EXITED).exitStatus(OptionalInt.of(exit));
  }
}
