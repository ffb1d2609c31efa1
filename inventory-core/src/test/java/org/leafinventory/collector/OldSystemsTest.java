package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Systems whose {@code system_profiler} knows no JSON, or no format that is read. */
class OldSystemsTest {

  private static final Target TARGET = Target.ssh("mac.leaf.example");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-24T12:00:00Z"), ZoneOffset.UTC);
  private static final String UNSUPPORTED = "unsupported: macOS 10.9.5 gave neither JSON nor a";

  private final Path folder;

  OldSystemsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> wholeMachines() {
    return SimulatedTools.machines().stream().filter(name -> !name.startsWith("broken"));
  }

  static Stream<String> shells() {
    return LocalShell.shells();
  }

  @ParameterizedTest
  @MethodSource("wholeMachines")
  void property_lists_give_the_same_inventory_as_json(String machine) throws IOException {
    Recording newer = collector(mac(machine, "/bin/sh")).record(TARGET);
    MacCollector old = old(newer, mac(machine, "/bin/sh"));
    assertThat(profileCommands(old.record(TARGET)))
        .hasSize(12)
        .allMatch(command -> command.startsWith("system_profiler -xml SP"));
    assertThat(old.collect(TARGET)).isEqualTo(collector(mac(machine, "/bin/sh")).collect(TARGET));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void every_shell_falls_back(String shell) throws IOException {
    Recording newer = collector(mac("macbook-pro-intel", shell)).record(TARGET);
    HardwareInventory inventory = old(newer, mac("macbook-pro-intel", shell)).collect(TARGET);
    assertThat(inventory.issues()).isEmpty();
    assertThat(inventory.systemInfo().serialNumber()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_newer_system_is_asked_once(String shell) throws IOException {
    String json = "echo \"$1 $2\" >>'" + calls() + "'; printf '{ \"%s\" : [] }' \"$2\"";
    collector(mac("mac-mini-m4", shell).withTool("system_profiler", json)).record(TARGET);
    assertThat(Files.readAllLines(calls())).hasSize(12).allMatch(it -> it.startsWith("-json SP"));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void an_answer_that_never_comes_is_not_asked_for_again(String shell) throws IOException {
    String hanging = "echo \"$1 $2\" >>'" + calls() + "'; exec sleep 60";
    LocalShell mac = mac("mac-mini-m4", shell).withTool("system_profiler", hanging);
    long began = System.nanoTime();
    HardwareInventory inventory = collector(mac, Duration.ofSeconds(1)).collect(TARGET);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    assertThat(Files.readAllLines(calls())).hasSize(12).allMatch(it -> it.startsWith("-json SP"));
    assertThat(inventory.issues()).extracting(Issue::kind).containsOnly(IssueKind.TIMED_OUT);
  }

  @Test
  void what_no_format_answers_is_told_as_the_first_one_told_it() throws IOException {
    LocalShell mac =
        mac("mac-mini-m4", "/bin/sh").withTool("system_profiler", "echo \"no $1\" >&2; exit 1");
    Recording recording = collector(mac).record(TARGET);
    assertThat(profileCommands(recording)).allMatch(it -> it.startsWith("system_profiler -json"));
    assertThat(recording.probe("SPUSBDataType").map(answer -> answer.stderr().text()))
        .contains("no -json\n");
  }

  @Test
  void a_system_that_answers_in_neither_is_unsupported_with_what_the_rest_tells()
      throws IOException {
    HardwareInventory inventory = withoutProfiles("10.9.5");
    assertThat(inventory.issues())
        .contains(
            Issue.of(
                "system_profiler",
                IssueKind.FAILED,
                UNSUPPORTED
                    + " property list of any data type; kept is what the other commands told"));
    assertThat(inventory.hardware().cpuCores()).isEqualTo(8);
    assertThat(inventory.hardware().cpuThreads()).hasValue(16);
    assertThat(inventory.hardware().memoryGb()).isPositive();
    assertThat(inventory.systemInfo().model()).isPresent();
    assertThat(inventory.systemInfo().macosVersion()).contains("10.9.5");
    assertThat(inventory.disks()).isNotEmpty();
  }

  @Test
  void a_newer_system_whose_profiles_fail_is_not_called_unsupported() throws IOException {
    for (String version : List.of("10.15.7", "11.0", "26.1")) {
      assertThat(withoutProfiles(version).issues())
          .isNotEmpty()
          .noneMatch(issue -> issue.message().contains("unsupported"));
    }
  }

  private HardwareInventory withoutProfiles(String version) throws IOException {
    LocalShell mac =
        mac("macbook-pro-intel", "/bin/sh")
            .withTool("system_profiler", "echo 'Usage: system_profiler' >&2; exit 1")
            .withTool("sw_vers", "printf 'ProductVersion:\\t%s\\n' " + version);
    return collector(mac).collect(TARGET);
  }

  private MacCollector old(Recording newer, LocalShell mac) throws IOException {
    String script = OldProfiler.script(newer, folder.resolve("plists"));
    return collector(mac.withTool("system_profiler", script));
  }

  private static List<String> profileCommands(Recording recording) {
    return recording.probes().stream()
        .map(ProbeResult::command)
        .filter(command -> command.startsWith("system_profiler"))
        .toList();
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  private LocalShell mac(String machine, String shell) {
    Path own = folder.resolve("" + System.nanoTime());
    return new LocalShell(shell, SimulatedTools.of(machine), own);
  }

  private static MacCollector collector(LocalShell shell) {
    return collector(shell, Duration.ofSeconds(5));
  }

  private static MacCollector collector(LocalShell shell, Duration limit) {
    return MacCollector.builder().transport(shell).clock(CLOCK).probeTimeout(limit).build();
  }
}
