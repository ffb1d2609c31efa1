package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.probe.macos.MacProbe;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Tools that do not end, say too much, or take their time. */
class HangingToolsTest {

  private static final Target TARGET = Target.ssh("mac.leaf.example");
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** A time to sleep that no other process on this machine sleeps. */
  private final String sleep = "86400." + ThreadLocalRandom.current().nextInt(1 << 30);

  private final Path folder;

  HangingToolsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> shells() {
    return LocalShell.shells();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void tools_that_hang_cost_their_sections_and_one_time_limit(String shell) throws IOException {
    LocalShell mac =
        mac(shell)
            .withTool("csrutil", "exec sleep " + sleep)
            .withTool("networksetup", "trap '' TERM HUP INT; exec sleep " + sleep)
            .withTool("sw_vers", "(trap '' TERM; sleep " + sleep + ") & sleep " + sleep + "; wait");
    long began = System.nanoTime();
    HardwareInventory inventory = collector(mac).collect(TARGET);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT.plusSeconds(3));
    assertThat(inventory.issues())
        .extracting(Issue::section, Issue::kind)
        .containsExactlyInAnyOrder(
            tuple("security", IssueKind.TIMED_OUT),
            tuple("network_interfaces", IssueKind.TIMED_OUT),
            tuple("system_info", IssueKind.TIMED_OUT));
    assertThat(inventory.security().orElseThrow().filevaultEnabled()).isPresent();
    assertThat(inventory.networkInterfaces()).isNotEmpty();
    assertThat(sleepers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_child_that_outlives_its_parent_holds_nothing_up(String shell) throws IOException {
    LocalShell mac = mac(shell).withTool("csrutil", "sleep 6 & echo gone");
    long began = System.nanoTime();
    HardwareInventory inventory = collector(mac).collect(TARGET);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(inventory.issues()).extracting(Issue::kind).containsExactly(IssueKind.TIMED_OUT);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_tool_that_asks_gets_no_answer(String shell) throws IOException {
    LocalShell mac = mac(shell).withTool("csrutil", "read -r answer; echo \"asked: $answer\"");
    assertThat(collector(mac).collect(TARGET).issues()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void endless_output_is_cut_and_costs_only_itself(String shell) throws IOException {
    for (String endless : List.of("exec yes", "while echo yes; do :; done", "exec cat /dev/zero")) {
      LocalShell mac = mac(shell).withTool("csrutil", endless);
      HardwareInventory inventory = collector(mac).collect(TARGET);
      assertThat(inventory.issues())
          .extracting(Issue::section, Issue::kind)
          .containsExactly(tuple("security", IssueKind.TRUNCATED));
      assertThat(inventory.security().orElseThrow().filevaultEnabled()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void endless_complaints_are_cut(String shell) throws IOException {
    LocalShell mac = mac(shell).withTool("csrutil", "exec yes >&2");
    HardwareInventory inventory = collector(mac).collect(TARGET);
    assertThat(inventory.issues()).hasSize(1);
    assertThat(inventory.security().orElseThrow().filevaultEnabled()).isPresent();
  }

  /** In one run: no slower than the slowest of them alone, beside the time of a run at once. */
  @ParameterizedTest
  @MethodSource("shells")
  void a_run_takes_as_long_as_its_slowest_command(String shell) {
    Duration slowest = Duration.ofSeconds(3);
    SimulatedTools quick = SimulatedTools.of("mac-mini-m4");
    SimulatedTools slow = quick.withFault(Fault.slow(slowest, "system_profiler"));
    for (String tool : List.of("csrutil", "fdesetup", "networksetup", "ifconfig", "ioreg")) {
      slow = slow.withFault(Fault.slow(slowest.minusSeconds(1), tool));
    }
    LocalShell quickMac = new LocalShell(shell, quick, folder.resolve("quick"));
    LocalShell slowMac = new LocalShell(shell, slow, folder.resolve("slow"));
    MacCollector patient =
        MacCollector.builder().transport(slowMac).probeTimeout(Duration.ofSeconds(20)).build();
    long began = System.nanoTime();
    collector(quickMac).collect(TARGET);
    long between = System.nanoTime();
    assertThat(patient.collect(TARGET).issues()).isEmpty();
    Duration atOnce = Duration.ofNanos(between - began);
    Duration took = Duration.ofNanos(System.nanoTime() - between);
    assertThat(took).isLessThan(slowest.multipliedBy(115).dividedBy(100).plus(atOnce));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void when_nobody_listens_any_more_everything_ends(String shell) throws Exception {
    LocalShell mac = mac(shell).withTool("csrutil", "trap '' TERM HUP INT; sleep " + sleep);
    Process process = mac.start(MacProbe.script("nonce", Duration.ofSeconds(60)).text());
    while (sleepers().isEmpty()) {
      Thread.sleep(20);
    }
    process.getInputStream().close();
    process.getErrorStream().close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(sleepers()).isEmpty();
  }

  /** It must never take a later process for its shell. */
  @ParameterizedTest
  @MethodSource("shells")
  void the_watcher_ends_with_its_shell(String shell) throws Exception {
    LocalShell mac = mac(shell).withTool("csrutil", "exec sleep " + sleep);
    Process process = mac.start(MacProbe.script("nonce", Duration.ofSeconds(60)).text());
    List<ProcessHandle> watchers = List.of();
    while (watchers.isEmpty()) {
      Thread.sleep(20);
      watchers = process.descendants().filter(HangingToolsTest::isWatching).toList();
    }
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle watcher : watchers) {
      watcher.onExit().get(10, TimeUnit.SECONDS);
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isWatching(ProcessHandle process) {
    return process
        .children()
        .anyMatch(it -> it.info().commandLine().orElse("").endsWith("sleep 1"));
  }

  private List<String> sleepers() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(command -> command.contains(sleep))
        .toList();
  }

  private LocalShell mac(String shell) {
    Path own = folder.resolve("" + System.nanoTime());
    return new LocalShell(shell, SimulatedTools.of("mac-mini-m4"), own);
  }

  private static MacCollector collector(LocalShell shell) {
    return MacCollector.builder().transport(shell).probeTimeout(LIMIT).build();
  }
}
