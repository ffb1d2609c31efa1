package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;

class DiskReaderTest {

  private static final long HALF_TERABYTE = 500_000_000_512L;
  private static final Map<String, Object> DISK_0 =
      dict(
          "Content",
          "GUID_partition_scheme",
          "DeviceIdentifier",
          "disk0",
          "OSInternal",
          false,
          "Partitions",
          List.of(),
          "Size",
          HALF_TERABYTE);

  @Test
  void reads_a_disk_that_is_built_in() {
    Said said =
        listed(DISK_0)
            .plist(
                "diskutil-info-disk0",
                info(
                    "disk0",
                    "Internal",
                    true,
                    "BusProtocol",
                    "Apple Fabric",
                    "SolidState",
                    true,
                    "MediaName",
                    "LEAF SSD 0512 ",
                    "SMARTStatus",
                    "Verified",
                    "RemovableMediaOrExternalDevice",
                    false));
    assertThat(said.inventory().disks())
        .containsExactly(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(HALF_TERABYTE))
                .content("GUID_partition_scheme")
                .internal(true)
                .protocol("Apple Fabric")
                .medium(Medium.SSD)
                .model("LEAF SSD 0512")
                .removable(false)
                .smartStatus("Verified")
                .build());
    assertThat(said.inventory().internalStorage()).isEqualTo(ByteSize.ofBytes(HALF_TERABYTE));
    assertThat(said.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"APFSPhysicalStores", "APFSVolumes"})
  void a_synthesized_container_in_the_full_list_is_no_disk(String key) {
    Said said = listed(DISK_0, with(plain("disk1"), key, List.of(dict("DeviceIdentifier", "x"))));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void a_container_of_the_first_apfs_is_told_by_its_content_alone() {
    Said said =
        listed(DISK_0, with(plain("disk1"), "Content", "EF57347C-0000-11AA-AA11-00306543ECAC"));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void logical_disks_of_core_storage_fusion_and_raid_are_no_disks() {
    Said said =
        listed(DISK_0, plain("disk1"), plain("disk2"), plain("disk3"), plain("disk4"))
            .plist("diskutil-info-disk1", info("disk1", "CoreStorageLVUUID", "0FACADE0"))
            .plist(
                "diskutil-info-disk2",
                info("disk2", "VirtualOrPhysical", "Virtual", "APFSPhysicalStores", List.of()))
            .plist("diskutil-info-disk3", info("disk3", "RAIDMaster", true, "RAIDSlice", false))
            .plist("diskutil-info-disk4", info("disk4", "WholeDisk", false));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void the_members_of_a_raid_set_are_disks() {
    Said said =
        listed(DISK_0)
            .plist("diskutil-info-disk0", info("disk0", "RAIDMaster", false, "RAIDSlice", true));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void a_disk_image_is_no_disk() {
    Said said =
        listed(DISK_0, plain("disk9"))
            .plist("diskutil-info-disk9", info("disk9", "BusProtocol", "Disk Image"));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void a_blank_disk_without_partitions_is_a_disk() {
    Said said = listed(dict("Content", "", "DeviceIdentifier", "disk4", "Size", HALF_TERABYTE));
    assertThat(said.inventory().disks())
        .containsExactly(
            Disk.builder().device("disk4").size(ByteSize.ofBytes(HALF_TERABYTE)).build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void os_internal_does_not_mean_built_in(boolean osInternal) {
    Said said = listed(with(DISK_0, "OSInternal", osInternal));
    assertThat(disk(said).internal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown", ""})
  void a_disk_that_tells_not_whether_it_is_virtual_counts(String word) {
    Said said =
        listed(DISK_0)
            .plist(
                "diskutil-info-disk0", info("disk0", "VirtualOrPhysical", word, "Internal", true));
    assertThat(disk(said).virtual()).isEmpty();
    assertThat(disk(said).countsAsStorage()).isTrue();
  }

  @Test
  void a_disk_behind_thunderbolt_is_external_whatever_its_protocol() {
    Said said =
        listed(DISK_0)
            .plist(
                "diskutil-info-disk0",
                info(
                    "disk0",
                    "Internal",
                    false,
                    "BusProtocol",
                    "SATA",
                    "SolidState",
                    false,
                    "RemovableMediaOrExternalDevice",
                    true));
    assertThat(disk(said).internal()).contains(false);
    assertThat(disk(said).protocol()).contains("SATA");
    assertThat(disk(said).medium()).contains(Medium.HDD);
    assertThat(said.inventory().internalStorage()).isEqualTo(ByteSize.ZERO);
  }

  @Test
  void a_disk_behind_usb_that_calls_itself_not_solid_may_be_anything() {
    Said said =
        listed(DISK_0)
            .plist("diskutil-info-disk0", info("disk0", "BusProtocol", "USB", "SolidState", false));
    assertThat(disk(said).medium()).isEmpty();
  }

  @Test
  void an_error_of_diskutil_costs_what_it_would_have_told() {
    Said said =
        listed(DISK_0).fails("diskutil-info-disk0", 1, error("Could not find\u2028disk0"), "");
    assertThat(disk(said).size()).isEqualTo(ByteSize.ofBytes(HALF_TERABYTE));
    assertThat(said.issues())
        .containsExactly(
            Issue.of(
                "disks",
                IssueKind.FAILED,
                "ask diskutil-info-disk0 failed: Could not find\\u2028disk0"));
  }

  @Test
  void the_list_of_physical_disks_is_believed_where_there_is_one() {
    Said said =
        listed(DISK_0, plain("disk1"))
            .plist("diskutil-list-physical", dict("AllDisksAndPartitions", List.of(DISK_0)));
    assertThat(devices(said)).containsExactly("disk0");
  }

  @Test
  void an_older_diskutil_that_knows_no_physical_list_is_no_issue() {
    Said said =
        listed(DISK_0).fails("diskutil-list-physical", 1, error("Unrecognized: physical"), "");
    assertThat(devices(said)).containsExactly("disk0");
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void disks_are_listed_once_and_by_number() {
    Said said = listed(plain("disk10"), plain("disk2"), plain("disk2"), plain("disk0s1"));
    assertThat(devices(said)).containsExactly("disk2", "disk10");
  }

  @Test
  void a_disk_without_a_size_is_an_issue() {
    Said said = listed(dict("DeviceIdentifier", "disk3", "Size", 0));
    assertThat(said.inventory().disks()).isEmpty();
    assertThat(said.issues())
        .containsExactly(Issue.of("disks", IssueKind.MISSING, "diskutil tells no size of disk3"));
  }

  @Test
  void a_size_beyond_all_disks_is_none() {
    Said said = listed(with(DISK_0, "Size", Long.MAX_VALUE), with(plain("disk1"), "Size", -5));
    assertThat(said.inventory().disks()).isEmpty();
    assertThat(said.issues()).hasSize(2);
  }

  private static Said listed(Object... disks) {
    return Said.bareMac().plist("diskutil-list", dict("AllDisksAndPartitions", List.of(disks)));
  }

  private static Map<String, Object> plain(String device) {
    return dict("Content", "", "DeviceIdentifier", device, "Size", 1_000_000L);
  }

  private static Map<String, Object> info(String device, Object... more) {
    List<Object> entries = new ArrayList<>(List.of("DeviceIdentifier", device));
    entries.addAll(List.of(more));
    return dict(entries.toArray());
  }

  private static Map<String, Object> with(Map<String, Object> disk, String key, Object value) {
    Map<String, Object> changed = dict();
    changed.putAll(disk);
    changed.put(key, value);
    return changed;
  }

  private static String error(String message) {
    return PlistText.plist(dict("Error", true, "ErrorMessage", message, "ExitCode", 1));
  }

  private static Disk disk(Said said) {
    return said.inventory().disks().get(0);
  }

  private static List<String> devices(Said said) {
    return said.inventory().disks().stream().map(Disk::device).toList();
  }
}
