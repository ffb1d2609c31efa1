package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;

class DriveProfilesTest {

  private static final String NVME =
      """
      [{'_name': 'Leaf Controller', '_items': [{
        'bsd_name': 'disk0', 'device_model': 'LEAF SSD 1024    ', 'size': '1 TB',
        'size_in_bytes': 1000555581440, 'spnvme_trim_support': 'Yes', 'smart_status': 'Verified',
        'removable_media': 'no', 'detachable_drive': 'no'}]}]
      """;

  @Test
  void stands_in_where_diskutil_does_not_answer() {
    Said said = Said.bareMac().timesOut("diskutil-list").profile("SPNVMeDataType", NVME);
    assertThat(said.inventory().disks())
        .containsExactly(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(1_000_555_581_440L))
                .model("LEAF SSD 1024")
                .medium(Medium.SSD)
                .removable(false)
                .smartStatus("Verified")
                .trimEnabled(true)
                .build());
    assertThat(said.issues()).singleElement().matches(it -> it.kind() == IssueKind.TIMED_OUT);
  }

  @Test
  void a_guest_without_such_drives_answers_an_empty_list() {
    Said said = Said.bareMac().profile("SPNVMeDataType", "[]");
    assertThat(said.inventory().disks()).isEmpty();
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void controllers_without_drives_and_drives_without_a_disc_are_left_out() {
    String empty =
        IntStream.range(0, 30)
            .mapToObj(port -> "{'_name': 'Generic AHCI', 'spsata_portdescription': 'AHCI'}")
            .collect(Collectors.joining(","));
    String optical = "{'_name': 'LEAF DVD-RW  ', 'device_model': 'LEAF DVD-RW  '}";
    String hard =
        "{'bsd_name': 'disk1', 'device_model': '  LEAF HDD  ', 'size_in_bytes': 2000398934016,"
            + " 'spsata_medium_type': 'Rotational'}";
    Said said =
        Said.bareMac()
            .profile(
                "SPSerialATADataType",
                "[" + empty + ",{'_items': [" + optical + "," + hard + "]}]");
    assertThat(said.inventory().disks())
        .singleElement()
        .matches(disk -> disk.device().equals("disk1"))
        .matches(disk -> disk.model().orElse("").equals("LEAF HDD"))
        .matches(disk -> disk.medium().orElseThrow() == Medium.HDD);
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void a_size_that_differs_is_an_issue() {
    Said said = listed("disk0", 999L).profile("SPNVMeDataType", NVME);
    assertThat(said.inventory().disks()).singleElement().matches(it -> it.size().bytes() == 999);
    assertThat(said.issues())
        .containsExactly(
            Issue.of(
                "disks",
                IssueKind.CONFLICT,
                "size of disk0: diskutil says 999 bytes, SPNVMeDataType says 1000555581440 bytes;"
                    + " the former is kept"));
  }

  @Test
  void a_drive_whose_device_is_none_is_left_out() {
    Said said =
        Said.bareMac()
            .profile(
                "SPNVMeDataType",
                "[{'_items': [{'bsd_name': 'disk0\\nrm', 'size_in_bytes': 5},"
                    + " {'bsd_name': 'disk0s1', 'size_in_bytes': 5}, {'size_in_bytes': 5}, 7]}]");
    assertThat(said.inventory().disks()).isEmpty();
  }

  @Test
  void a_volume_tells_where_its_drive_is() {
    Said said =
        listed("disk0", 1_000_555_581_440L)
            .plist(
                "diskutil-apfs",
                dict(
                    "Containers",
                    List.of(
                        dict(
                            "ContainerReference",
                            "disk1",
                            "PhysicalStores",
                            List.of(dict("DeviceIdentifier", "disk0s2"))))))
            .profile(
                "SPStorageDataType",
                """
                [{'_name': 'Leaf', 'bsd_name': 'disk1s1', 'physical_drive': {
                  'device_name': 'LEAF SSD 1024', 'is_internal_disk': 'yes', 'medium_type': 'ssd',
                  'protocol': 'PCI-Express'}}]
                """);
    Disk disk = said.inventory().disks().get(0);
    assertThat(disk.internal()).contains(true);
    assertThat(disk.medium()).contains(Medium.SSD);
    assertThat(disk.protocol()).contains("PCI-Express");
  }

  private static Said listed(String device, long size) {
    return Said.bareMac()
        .plist(
            "diskutil-list",
            dict("AllDisksAndPartitions", List.of(dict("DeviceIdentifier", device, "Size", size))));
  }
}
