package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;
import static org.leafinventory.drift.ChangeClass.CAPACITY;
import static org.leafinventory.drift.ChangeClass.FIRMWARE;
import static org.leafinventory.drift.ChangeClass.IDENTITY;
import static org.leafinventory.drift.ChangeClass.VOLATILE;
import static org.leafinventory.drift.CompleteMac.MAC;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;

class InventoryDiffTest {

  private static final Disk DISK = MAC.disks().get(0);

  @Test
  void identity_is_which_machine_it_is() {
    HardwareInventory other =
        MAC.withSystemInfo(
            MAC.systemInfo().withHostname(HostName.of("studio-2")).withSerialNumber("ZZZ"));

    assertThat(InventoryDiff.between(MAC, other).of(IDENTITY))
        .containsExactly(
            changed("system_info.hostname", IDENTITY, "studio-1", "studio-2"),
            changed("system_info.serial_number", IDENTITY, "ABCDEFGHIJ", "ZZZ"));
  }

  @Test
  void firmware_is_the_system_and_what_protects_it() {
    HardwareInventory updated =
        MAC.withSystemInfo(MAC.systemInfo().withMacosVersion("26.0"))
            .withSecurity(MAC.security().orElseThrow().withSipEnabled(false));

    assertThat(InventoryDiff.between(MAC, updated).changes())
        .containsExactly(
            changed("system_info.macos_version", FIRMWARE, "15.6.1", "26.0"),
            changed("security.sip_enabled", FIRMWARE, "yes", "no"));
  }

  @Test
  void sizes_are_told_in_words_and_to_the_byte() {
    HardwareInventory bigger =
        MAC.withHardware(MAC.hardware().withMemoryBytes(ByteSize.ofMebibytes(1536)))
            .withDisks(DISK.withSize(ByteSize.ofBytes(999)))
            .withVolumes(MAC.volumes().get(0).withSize(ByteSize.ZERO))
            .withMemoryModules(MAC.memoryModules().get(0).withSize(ByteSize.ofBytes(5)));

    assertThat(InventoryDiff.between(MAC, bigger).changes())
        .containsExactly(
            changed(
                "hardware.memory_bytes",
                CAPACITY,
                "64 GiB (68719476736 bytes)",
                "1536 MiB (1610612736 bytes)"),
            changed("disks[disk0].size", CAPACITY, "1.0 TB (1000555581440 bytes)", "999 bytes"),
            changed("volumes[disk3s5].size", VOLATILE, "994.7 GB (994662584320 bytes)", "0 bytes"),
            changed(
                "memory_modules[BANK 0/ChannelA-DIMM0].size",
                CAPACITY,
                "64 GiB (68719476736 bytes)",
                "5 bytes"));
  }

  @Test
  void a_new_element_is_one_change_in_words() {
    HardwareInventory more =
        MAC.withDisks(
            Disk.builder().device("disk1").size(ByteSize.ofGigabytes(2000)).internal(true).build(),
            DISK);

    InventoryDiff diff = InventoryDiff.between(MAC, more);

    assertThat(diff.changes())
        .containsExactly(
            new Change(
                "disks[disk1]",
                CAPACITY,
                Optional.empty(),
                Optional.of("device disk1, size 2.0 TB (2000000000000 bytes), internal yes")));
    assertThat(diff.changes().get(0).kind()).isEqualTo(ChangeKind.ADDED);
  }

  @Test
  void an_external_or_virtual_disk_is_volatile() {
    Disk external = DISK.withDevice("disk2").withInternal(false);
    Disk image = DISK.withDevice("disk10").withVirtual(true);
    HardwareInventory attached = MAC.withDisks(DISK, image, external);
    HardwareInventory exchanged =
        MAC.withDisks(DISK, external.withSize(ByteSize.ofBytes(9)), image.withVirtual(false));

    assertThat(InventoryDiff.between(MAC, attached).changes())
        .extracting(Change::path, Change::changeClass)
        .containsExactly(tuple("disks[disk2]", VOLATILE), tuple("disks[disk10]", VOLATILE));
    assertThat(InventoryDiff.between(attached, exchanged).changes())
        .extracting(Change::path, Change::changeClass)
        .containsExactly(
            tuple("disks[disk2].size", VOLATILE), tuple("disks[disk10].virtual", CAPACITY));
  }

  @Test
  void an_object_that_comes_or_goes_is_one_change() {
    HardwareInventory desktop =
        MAC.withPower(MAC.power().orElseThrow().withBattery(Optional.empty()))
            .withSecurity(Optional.empty());

    assertThat(InventoryDiff.between(MAC, desktop).changes())
        .extracting(Change::path, Change::changeClass, Change::kind)
        .containsExactly(
            tuple("power.battery", CAPACITY, ChangeKind.REMOVED),
            tuple("security", FIRMWARE, ChangeKind.REMOVED));
  }

  @Test
  void addresses_and_issues_are_volatile() {
    HardwareInventory moved =
        MAC.withNetworkInterfaces(MAC.networkInterfaces().get(0).withAddresses("2001:db8::10"))
            .withIssues(Issue.of("disks", IssueKind.MISSING_TOOL, "no diskutil"));

    assertThat(InventoryDiff.between(MAC, moved).of(VOLATILE))
        .hasToString(
            "[network_interfaces[en0].addresses[192.0.2.10] removed: 192.0.2.10,"
                + " issues[disks missing_tool] added: section disks, kind missing_tool,"
                + " message no diskutil,"
                + " issues[displays timed_out] removed: section displays, kind timed_out,"
                + " message no answer within 20 s]");
  }

  @Test
  void what_differs_is_listed_neither_under_another_class_nor_twice() {
    HardwareInventory other =
        MAC.withSystemInfo(MAC.systemInfo().withKernel("25.0.0").withModel("Mac16,9"));
    InventoryDiff diff = InventoryDiff.between(MAC, other);

    assertThat(diff.of(FIRMWARE)).extracting(Change::path).containsExactly("system_info.kernel");
    assertThat(diff.of(IDENTITY)).extracting(Change::path).containsExactly("system_info.model");
    assertThat(diff.of(CAPACITY)).isEmpty();
    assertThat(diff.of(VOLATILE)).isEmpty();
  }

  @Test
  void equal_pairs_are_equal_diffs() {
    HardwareInventory other = MAC.withDisks(List.of());
    InventoryDiff diff = InventoryDiff.between(MAC, other);

    assertThat(diff).isEqualTo(InventoryDiff.between(MAC, other));
    assertThat(diff).hasSameHashCodeAs(InventoryDiff.between(MAC, other));
    assertThat(diff).isNotEqualTo(InventoryDiff.between(other, MAC));
    assertThat(diff.before()).isSameAs(MAC);
    assertThat(diff.after()).isSameAs(other);
    assertThat(diff).hasToString("InventoryDiff of studio-1: 1 change");
  }

  @Test
  void a_change_must_change_something() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("a\nb", IDENTITY, Optional.of("x"), Optional.of("x")))
        .withMessage("nothing changed at \"a\\nb\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("a", IDENTITY, Optional.empty(), Optional.empty()));
  }

  @Test
  void a_change_prints_on_one_line_whatever_the_machine_answered() {
    assertThat(changed("system_info.computer_name", IDENTITY, "a\u001b[2J", "b\nc"))
        .hasToString("system_info.computer_name: a\\u001b[2J -> b\\nc");
  }

  private static Change changed(String path, ChangeClass changeClass, String before, String after) {
    return new Change(path, changeClass, Optional.of(before), Optional.of(after));
  }
}
