package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;

/** Where two commands tell one fact and disagree, both are named and the documented one is kept. */
class CrossChecksTest {

  private static final Map<String, Object> DISK0 =
      dict(
          "DeviceIdentifier",
          "disk0",
          "Internal",
          true,
          "MediaName",
          "LEAF SSD 1",
          "SMARTStatus",
          "Verified",
          "SolidState",
          true,
          "TotalSize",
          1000L,
          "WholeDisk",
          true);

  static Stream<Arguments> disagreements() {
    return Stream.of(
        Arguments.of(
            "system_info",
            overview("'serial_number': 'AAA'").plist("ioreg-platform", platform("BBB", "U-1")),
            "serial_number: SPHardwareDataType says \"AAA\", ioreg says \"BBB\"; the former is"
                + " kept"),
        Arguments.of(
            "system_info",
            overview("'platform_UUID': 'U-0'").plist("ioreg-platform", platform("BBB", "U-1")),
            "hardware_uuid: SPHardwareDataType says \"U-0\", ioreg says \"U-1\"; the former is"
                + " kept"),
        Arguments.of(
            "system_info",
            overview("'machine_model': 'Mac14,2'").sysctl("hw.model: Mac14,3"),
            "model: sysctl hw.model says \"Mac14,3\", SPHardwareDataType says \"Mac14,2\"; the"
                + " former is kept"),
        Arguments.of(
            "system_info",
            Said.bareMac()
                .says("sw_vers", "ProductVersion:\t10.16\n")
                .sysctl("kern.osproductversion: 12.6"),
            "macos_version: sw_vers says \"10.16\", sysctl says \"12.6\"; the former is kept"),
        Arguments.of(
            "hardware",
            overview("'number_processors': 'proc 10:8:2'"),
            "cpu_cores: sysctl hw.physicalcpu says 8, SPHardwareDataType says 10; the former is"
                + " kept"),
        Arguments.of(
            "hardware",
            overview("'physical_memory': '32 GB'"),
            "memory_bytes: sysctl hw.memsize says 17179869184 bytes, SPHardwareDataType says"
                + " 34359738368 bytes; the former is kept"),
        Arguments.of(
            "hardware",
            Said.bareMac().profile("SPMemoryDataType", "[{'SPMemoryDataType': '8 GB'}]"),
            "memory_bytes: sysctl hw.memsize says 17179869184 bytes, the sum of SPMemoryDataType"
                + " says 8589934592 bytes; the former is kept"),
        Arguments.of(
            "hardware.gpus",
            Said.bareMac()
                .profile("SPDisplaysDataType", "[{'sppci_model': 'Apple M9', 'sppci_cores': '10'}]")
                .plist("ioreg-gpu", List.of(dict("gpu-core-count", 8))),
            "cores of Apple M9: SPDisplaysDataType says 10, ioreg says 8; the former is kept"),
        Arguments.of(
            "disks",
            disk().profile("SPNVMeDataType", nvme("'device_model': 'OTHER'")),
            "model of disk0: diskutil says \"LEAF SSD 1\", SPNVMeDataType says \"OTHER\"; the"
                + " former is kept"),
        Arguments.of(
            "disks",
            disk().profile("SPNVMeDataType", nvme("'smart_status': 'Failing'")),
            "smart_status of disk0: diskutil says \"Verified\", SPNVMeDataType says \"Failing\";"
                + " the former is kept"),
        Arguments.of(
            "disks",
            disk().profile("SPNVMeDataType", nvme("'spsata_medium_type': 'Rotational'")),
            "medium of disk0: diskutil says SSD, system_profiler says HDD; the former is kept"),
        Arguments.of(
            "disks",
            disk()
                .profile(
                    "SPStorageDataType",
                    "[{'bsd_name': 'disk0s2', 'physical_drive': {'is_internal_disk': 'no'}}]"),
            "internal of disk0: diskutil says true, SPStorageDataType says false; the former is"
                + " kept"),
        Arguments.of(
            "volumes",
            container(dict("DeviceIdentifier", "disk3s1"))
                .profile("SPStorageDataType", "[{'bsd_name': 'disk3s1', 'size_in_bytes': 7}]"),
            "size of disk3s1: SPStorageDataType says 7 bytes, diskutil apfs list says 500 bytes;"
                + " the former is kept"),
        Arguments.of(
            "security",
            Said.bareMac()
                .says("csrutil", "System Integrity Protection status: enabled.\n")
                .profile("SPSoftwareDataType", "[{'system_integrity': 'integrity_disabled'}]"),
            "sip_enabled: csrutil says true, SPSoftwareDataType says false; the former is kept"),
        Arguments.of(
            "security",
            container(
                    dict(
                        "DeviceIdentifier", "disk3s5", "Roles", List.of("Data"), "FileVault", true))
                .says("fdesetup", "FileVault is Off.\n"),
            "filevault_enabled: fdesetup says false, diskutil apfs list says true; the former is"
                + " kept"),
        Arguments.of(
            "network_interfaces",
            Said.bareMac()
                .says(
                    "networksetup",
                    "Hardware Port: Ethernet\nDevice: en0\nEthernet Address: 00:11:22:33:44:55\n")
                .says("ifconfig", "en0: flags=8863<UP> mtu 1500\n\tether 00:11:22:33:44:66\n"),
            "mac_address of en0: networksetup says \"00:11:22:33:44:55\", ifconfig says"
                + " \"00:11:22:33:44:66\"; the former is kept"));
  }

  @ParameterizedTest
  @MethodSource("disagreements")
  void a_disagreement_is_an_issue_that_names_both_sources(
      String section, Said said, String message) {
    assertThat(said.issues()).containsExactly(Issue.of(section, IssueKind.CONFLICT, message));
  }

  @Test
  void what_means_the_same_is_no_disagreement() {
    Said said =
        Said.bareMac()
            .profile(
                "SPHardwareDataType",
                "[{'platform_UUID': 'ab-1', 'physical_memory': '15.98 GB',"
                    + " 'number_processors': 8}]")
            .plist("ioreg-platform", platform("S", "AB-1"));
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void a_private_wifi_address_is_no_disagreement_and_that_of_the_hardware_is_kept() {
    HardwareInventory inventory =
        Said.bareMac()
            .says(
                "networksetup",
                "Hardware Port: Wi-Fi\nDevice: en0\nEthernet Address: 00:11:22:33:44:55\n")
            .says("ifconfig", "en0: flags=8863<UP> mtu 1500\n\tether 9a:11:22:33:44:66\n")
            .inventory();
    assertThat(inventory.issues()).isEmpty();
    assertThat(inventory.networkInterfaces().get(0).macAddress()).contains("00:11:22:33:44:55");
  }

  @Test
  void a_smart_status_that_only_one_supports_is_taken_from_that_one() {
    Said said =
        Said.bareMac()
            .plist("diskutil-list-physical", list("disk0"))
            .plist("diskutil-info-disk0", dict("TotalSize", 1000L, "SMARTStatus", "Not Supported"))
            .profile("SPNVMeDataType", nvme("'smart_status': 'Verified'"));
    assertThat(said.inventory().disks().get(0).smartStatus()).contains("Verified");
    assertThat(said.issues()).isEmpty();
  }

  private static Said overview(String fields) {
    return Said.bareMac().profile("SPHardwareDataType", "[{" + fields + "}]");
  }

  private static List<Object> platform(String serial, String uuid) {
    return List.of(dict("IOPlatformSerialNumber", serial, "IOPlatformUUID", uuid));
  }

  private static Said disk() {
    return Said.bareMac()
        .plist("diskutil-list-physical", list("disk0"))
        .plist("diskutil-info-disk0", DISK0);
  }

  private static Map<String, Object> list(String device) {
    return dict("AllDisksAndPartitions", List.of(dict("DeviceIdentifier", device, "Size", 1000L)));
  }

  private static String nvme(String field) {
    return "[{'_items': [{'bsd_name': 'disk0', 'size_in_bytes': 1000, " + field + "}]}]";
  }

  private static Said container(Map<String, Object> volume) {
    return Said.bareMac()
        .plist(
            "diskutil-apfs",
            dict(
                "Containers",
                List.of(
                    dict(
                        "ContainerReference",
                        "disk3",
                        "CapacityCeiling",
                        500L,
                        "Volumes",
                        List.of(volume)))));
  }
}
