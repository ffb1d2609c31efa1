package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
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
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedTools;

/** The script in the shells that macOS has had, on machines that answer and some that do not. */
class ProbeScriptTest {

  private static final Target TARGET = Target.ssh("mac.leaf.example");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-24T12:00:00Z"), ZoneOffset.UTC);

  private final Path folder;

  ProbeScriptTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> shells() {
    return LocalShell.shells();
  }

  static List<String> wholeMachines() {
    return SimulatedTools.machines().stream().filter(name -> !name.startsWith("broken")).toList();
  }

  @ParameterizedTest
  @MethodSource("wholeMachines")
  void every_shell_gives_the_same_inventory(String machine) {
    List<HardwareInventory> inventories =
        shells().map(shell -> collect(shell, SimulatedTools.of(machine))).distinct().toList();
    assertThat(inventories).hasSize(1);
    assertThat(inventories.get(0).issues()).isEmpty();
    String json = InventoryJson.write(inventories.get(0));
    assertThat(InventoryJson.read(json, machine)).isEqualTo(inventories.get(0));
  }

  @Test
  void a_studio_is_told_in_full() {
    HardwareInventory studio = collect("/bin/sh", SimulatedTools.of("mac-studio-m2-ultra"));
    assertThat(studio.hostName().value()).isEqualTo("render-studio-01");
    assertThat(studio.hardware().cpuCores()).isEqualTo(24);
    assertThat(studio.hardware().memoryGb()).isEqualTo(192);
    assertThat(studio.hardware().coreClusters())
        .extracting(CoreCluster::cores)
        .containsExactly(16, 8);
    assertThat(studio.internalStorage().bytes()).isEqualTo(2_001_111_162_880L);
    assertThat(studio.displays()).hasSize(2);
    assertThat(studio.usb()).isNotEmpty();
    assertThat(studio.extractedAt()).isEqualTo(CLOCK.instant());
  }

  @Test
  void a_mini_is_filed_under_its_local_host_name() {
    HardwareInventory mini = collect("/bin/sh", SimulatedTools.of("mac-mini-m4"));
    assertThat(mini.hostName().value()).isEqualTo("ci-mini-07");
    assertThat(mini.hardware().cpuCores()).isEqualTo(10);
    assertThat(mini.hardware().memoryGb()).isEqualTo(16);
  }

  @Test
  void a_notebook_has_its_disks_without_the_image() {
    HardwareInventory book = collect("/bin/sh", SimulatedTools.of("macbook-pro-intel"));
    assertThat(book.hostName().value()).isEqualTo("Zoes-Mac-Buero");
    assertThat(book.systemInfo().computerName()).contains("Zoë’s Mac – Büro");
    assertThat(book.hardware().cpuCores()).isEqualTo(8);
    assertThat(book.hardware().cpuThreads()).hasValue(16);
    assertThat(book.disks())
        .extracting(
            Disk::device, disk -> disk.size().bytes(), disk -> disk.internal().orElseThrow())
        .containsExactly(
            tuple("disk0", 1_000_555_581_440L, true), tuple("disk2", 4_000_752_599_040L, false));
    assertThat(book.internalStorage().bytes()).isEqualTo(1_000_555_581_440L);
    assertThat(book.power().orElseThrow().battery()).isPresent();
  }

  @Test
  void a_guest_is_a_virtual_machine() {
    HardwareInventory guest = collect("/bin/sh", SimulatedTools.of("vm-apple-virtualization"));
    assertThat(guest.hostName().value()).isEqualTo("build-vm-42");
    assertThat(guest.systemInfo().virtualMachine()).contains(true);
    assertThat(guest.thunderbolt()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_broken_machine_has_its_issues_and_all_the_rest(String shell) {
    HardwareInventory broken = collect(shell, SimulatedTools.of("broken-mac"));
    assertThat(broken.issues())
        .extracting(Issue::section, Issue::kind)
        .containsExactlyInAnyOrder(
            tuple("hardware.gpus", IssueKind.TIMED_OUT),
            tuple("displays", IssueKind.TIMED_OUT),
            tuple("volumes", IssueKind.FAILED),
            tuple("disks", IssueKind.MALFORMED),
            tuple("network_interfaces", IssueKind.MISSING_TOOL),
            tuple("network_interfaces", IssueKind.MISSING_TOOL));
    assertThat(broken.hostName().value()).isEqualTo("broken-mini");
    assertThat(broken.hardware().cpuCores()).isEqualTo(8);
    assertThat(broken.systemInfo().serialNumber()).isPresent();
    assertThat(broken.disks())
        .extracting(Disk::device, disk -> disk.size().bytes())
        .containsExactly(tuple("disk0", 500_277_792_768L));
    assertThat(broken.volumes()).isNotEmpty();
    assertThat(broken.memoryModules()).isNotEmpty();
    assertThat(broken.power()).isPresent();
    assertThat(broken.security()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void missing_tools_cost_what_they_would_have_told(String shell) {
    SimulatedTools tools =
        SimulatedTools.of("mac-mini-m4")
            .withFault(Fault.missing("diskutil"))
            .withFault(Fault.missing("csrutil"))
            .withFault(Fault.missing("sysctl"));
    HardwareInventory inventory = collect(shell, tools);
    assertThat(inventory.hardware().cpuCores()).isEqualTo(10);
    assertThat(inventory.disks()).extracting(Disk::device).containsExactly("disk0");
    assertThat(inventory.issues())
        .allMatch(issue -> issue.kind() == IssueKind.MISSING_TOOL)
        .extracting(Issue::section)
        .containsExactlyInAnyOrder("hardware", "disks", "volumes", "security");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_tool_that_the_shell_does_not_find_is_missing(String shell) throws IOException {
    LocalShell bare = new LocalShell(shell, SimulatedTools.of("mac-mini-m4"), folder);
    bare.withTool("fdesetup", "exit 127");
    assertThat(collector(bare).collect(TARGET).issues())
        .containsExactly(
            Issue.of("security", IssueKind.MISSING_TOOL, "the machine has no fdesetup"));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void noise_beside_the_answers_is_no_issue(String shell) throws IOException {
    LocalShell quiet = new LocalShell(shell, SimulatedTools.of("mac-mini-m4"), folder.resolve("a"));
    LocalShell noisy = new LocalShell(shell, SimulatedTools.of("mac-mini-m4"), folder.resolve("b"));
    noisy.withTool(
        "uname",
        "echo 'Can''t get X86PlatformPlugin' >&2; echo arm64; printf 'Device PreExisted' >&2");
    HardwareInventory inventory = collector(noisy).collect(TARGET);
    assertThat(inventory.issues()).isEmpty();
    assertThat(inventory).isEqualTo(collector(quiet).collect(TARGET));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void nothing_is_written(String shell) throws IOException {
    LocalShell mac = new LocalShell(shell, SimulatedTools.of("macbook-pro-intel"), folder);
    collector(mac).collect(TARGET);
    assertThat(mac.filesWritten()).isEmpty();
  }

  private HardwareInventory collect(String shell, SimulatedTools tools) {
    Path own = folder.resolve(tools.machine() + shell.replace('/', '-'));
    return collector(new LocalShell(shell, tools, own)).collect(TARGET);
  }

  private static MacCollector collector(LocalShell shell) {
    return MacCollector.builder()
        .transport(shell)
        .clock(CLOCK)
        .probeTimeout(Duration.ofSeconds(3))
        .build();
  }
}
