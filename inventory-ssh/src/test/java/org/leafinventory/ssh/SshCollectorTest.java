package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;
import org.leafinventory.testkit.mac.SimulatedTools;
import org.leafinventory.testkit.time.MutableClock;

/** Whole collections: our script, over our transport, on a real sshd and on simulated Macs. */
class SshCollectorTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir private Path folder;

  static List<String> machines() {
    return SimulatedMac.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void a_real_sshd_and_a_simulated_mac_give_the_same_inventory(String machine) throws Exception {
    MutableClock clock = MutableClock.at(Instant.parse("2026-01-24T12:00:00Z"));
    Files.createDirectories(folder.resolve("tools"));
    String path = SimulatedTools.of(machine).installInto(folder.resolve("tools"));
    HardwareInventory overOpenSsh;
    Path sshd = Files.createDirectory(folder.resolve("sshd"));
    try (OpenSshServer server = OpenSshServer.start(sshd, "SetEnv PATH=" + path)) {
      Path key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
      SshCollector collector =
          SshCollector.over(server.transport(key).build()).withProbeTimeout(SHORT).withClock(clock);
      overOpenSsh = collector.collect(server.target());
      assertThat(server.logged("Accepted publickey")).isEqualTo(1);
      assertThat(server.logged("Starting session: command")).isEqualTo(1);
    }

    try (SimulatedMac mac = SimulatedMac.start(machine)) {
      HardwareInventory simulated =
          collector(mac).withProbeTimeout(SHORT).withClock(clock).collect(mac.target());
      assertThat(simulated).isEqualTo(overOpenSsh);
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void makes_one_connection_and_one_exec_and_leaves_nothing_behind(String machine)
      throws Exception {
    try (SimulatedMac mac = SimulatedMac.start(machine)) {
      collector(mac).withProbeTimeout(SHORT).collect(mac.target());

      assertThat(mac.connections()).isEqualTo(1);
      assertThat(mac.execs()).isEqualTo(1);
      assertThat(mac.filesCreated()).isEmpty();
      assertThat(mac.runningChildren()).isEmpty();
    }
  }

  @Test
  void a_noisy_shell_and_a_hanging_probe_cost_only_their_own_sections() throws Exception {
    HardwareInventory mac =
        collect(
            it ->
                it.fault(Fault.noisyShell())
                    .fault(Fault.hanging("system_profiler", "SPDisplaysDataType")));

    assertThat(mac.hostName()).isEqualTo(HostName.of("render-studio-01"));
    assertThat(mac.hardware().cpuCores()).isEqualTo(24);
    assertThat(mac.disks()).hasSize(1);
    assertThat(mac.displays()).isEmpty();
    assertThat(mac.issues())
        .isNotEmpty()
        .allMatch(issue -> issue.kind() == IssueKind.TIMED_OUT)
        .allMatch(issue -> issue.message().contains("SPDisplaysDataType"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc",
        "a;rm -rf",
        "..",
        "/etc/passwd",
        "mac\n}; evil = builtins.readFile /etc/passwd; x = {",
        "${builtins.readFile \"/etc/passwd\"}",
        "mac\u202Ecod.exe"
      })
  void a_hostile_host_name_is_one_clear_error(String name) throws Exception {
    CollectionException failure =
        failure(it -> it.answer("scutil", List.of("--get", "LocalHostName"), name + "\n", "", 0));

    assertThat(failure.kind()).isEqualTo(FailureKind.PARSE);
    assertThat(failure.getMessage())
        .contains("is no host name")
        .doesNotContain("\n", "\u202E")
        .hasSizeLessThan(400);
  }

  @Test
  void a_hundred_megabytes_from_one_tool_cost_only_its_section() throws Exception {
    HardwareInventory mac =
        collect(
            it ->
                it.answer(
                    "system_profiler", List.of("SPMemoryDataType"), "x".repeat(100 << 20), "", 0));

    assertThat(mac.memoryModules()).isEmpty();
    assertThat(mac.disks()).hasSize(1);
    assertThat(mac.issues()).extracting(Issue::kind).containsOnly(IssueKind.TRUNCATED);
  }

  @Test
  void endless_output_is_cut_off_with_a_clear_error() throws Exception {
    CollectionException failure = failure(it -> it.fault(Fault.endlessOutput()));

    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(failure).hasMessageContaining("bytes of stdout");
  }

  @Test
  void truncated_and_garbled_answers_become_issues() throws Exception {
    HardwareInventory mac =
        collect(
            it ->
                it.fault(Fault.truncated("system_profiler", "SPNVMeDataType"))
                    .fault(Fault.garbage("system_profiler", "SPPowerDataType")));

    assertThat(mac.issues()).extracting(Issue::kind).containsOnly(IssueKind.MALFORMED);
    assertThat(mac.issues()).extracting(Issue::section).contains("disks", "power");
    assertThat(mac.disks()).hasSize(1);
  }

  @Test
  void a_connection_that_breaks_in_the_middle_is_no_inventory() throws Exception {
    CollectionException failure = failure(it -> it.fault(Fault.dropConnectionAfter(5_000)));

    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bob's 24\" iMac",
        "Zoë’s Mac – Büro",
        "${builtins.readFile \"/etc/passwd\"}",
        "\", \"injected\": \"",
        "two\nlines",
        "🍏 / \\ ''"
      })
  void any_computer_name_comes_through_unchanged(String name) throws Exception {
    HardwareInventory mac =
        collect(it -> it.answer("scutil", List.of("--get", "ComputerName"), name + "\n", "", 0));

    assertThat(mac.systemInfo().computerName()).contains(name);
  }

  @Test
  void says_when_there_is_no_shell_that_runs_the_probe() throws Exception {
    Path sshd = Files.createDirectory(folder.resolve("sshd"));
    try (OpenSshServer server =
        OpenSshServer.start(sshd, "ForceCommand echo 'This account is not available.'; exit 1")) {
      Path key = server.authorizedKey("login", "-t", "ed25519", "-N", "");
      SshCollector collector = SshCollector.over(server.transport(key).build());

      CollectionException failure =
          catchThrowableOfType(CollectionException.class, () -> collector.collect(server.target()));

      assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
      assertThat(failure).hasMessageContaining("the probe did not start");
    }
  }

  private HardwareInventory collect(UnaryOperator<SimulatedMacBuilder> change) throws Exception {
    try (SimulatedMac mac = change.apply(SimulatedMac.builder("mac-studio-m2-ultra")).start()) {
      HardwareInventory inventory = collector(mac).withProbeTimeout(SHORT).collect(mac.target());
      assertThat(mac.runningChildren()).isEmpty();
      return inventory;
    }
  }

  private CollectionException failure(UnaryOperator<SimulatedMacBuilder> change) throws Exception {
    try (SimulatedMac mac = change.apply(SimulatedMac.builder("mac-studio-m2-ultra")).start()) {
      SshCollector collector = collector(mac).withProbeTimeout(SHORT);
      CollectionException failure =
          catchThrowableOfType(CollectionException.class, () -> collector.collect(mac.target()));
      assertThat(failure).as("a failure").isNotNull();
      Messages.print(failure);
      return failure;
    }
  }

  private SshCollector collector(SimulatedMac mac) throws Exception {
    Path knownHosts = folder.resolve("known_hosts-" + mac.port());
    Files.writeString(knownHosts, mac.knownHostsLine() + "\n");
    return SshCollector.over(
        SshTransport.builder()
            .password(mac.password().toCharArray())
            .knownHosts(knownHosts)
            .build());
  }
}
