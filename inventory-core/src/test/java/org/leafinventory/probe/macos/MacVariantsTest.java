package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Power;
import org.leafinventory.model.Security;
import org.leafinventory.model.UsbDevice;
import org.leafinventory.model.Volume;

/** Forms in which Macs, old and new, real and virtual, tell the same facts. */
class MacVariantsTest {

  @Test
  void through_rosetta_processor_and_architecture_are_those_of_the_machine() {
    HardwareInventory inventory =
        Said.bareMac()
            .says("uname-m", "x86_64\n")
            .sysctl("sysctl.proc_translated: 1", "machdep.cpu.brand_string: VirtualApple @ 2.50GHz")
            .profile("SPHardwareDataType", "[{'chip_type': 'Apple M2'}]")
            .inventory();
    assertThat(inventory.systemInfo().architecture()).isEqualTo(Architecture.ARM64);
    assertThat(inventory.hardware().cpuType()).contains("Apple M2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mac16,10", "VirtualMac2,1"})
  void a_model_of_apple_silicon_tells_the_architecture_that_uname_hides(String model) {
    Said said = Said.bareMac().says("uname-m", "x86_64\n").sysctl("hw.model: " + model);
    assertThat(said.inventory().systemInfo().architecture()).isEqualTo(Architecture.ARM64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "machdep.cpu.features: FPU VMX SSE4.2 | false",
        "machdep.cpu.features: FPU VMM SSE4.2 | true",
        "hw.model: Parallels17,1 | true",
        "kern.hv_vmm_present: 0 | false",
      })
  void a_guest_is_known_by_its_model_its_kernel_or_its_processor(String line, boolean virtual) {
    Said said = Said.bareMac().sysctl(line);
    assertThat(said.inventory().systemInfo().virtualMachine()).contains(virtual);
  }

  @Test
  void a_guest_is_known_by_its_firmware() {
    Said said =
        Said.bareMac().profile("SPHardwareDataType", "[{'boot_rom_version': 'VMW71.00V.0.B64'}]");
    assertThat(said.inventory().systemInfo().virtualMachine()).contains(true);
    assertThat(Said.bareMac().inventory().systemInfo().virtualMachine()).isEmpty();
  }

  @Test
  void system_profiler_and_kernel_stand_in_for_sw_vers_and_nobodys_name_is_kept() {
    HardwareInventory inventory =
        Said.bareMac()
            .profile(
                "SPSoftwareDataType",
                """
                [{'os_version': 'macOS 10.15.2 (19C57)', 'kernel_version': 'Darwin 19.2.0',
                  'local_host_name': 'Pat’s Mac', 'user_name': 'Pat Doe (pat)',
                  'system_integrity': 'integrity_enabled'}]
                """)
            .inventory();
    assertThat(inventory.systemInfo().macosVersion()).contains("10.15.2");
    assertThat(inventory.systemInfo().macosBuild()).contains("19C57");
    assertThat(inventory.systemInfo().kernel()).contains("19.2.0");
    assertThat(inventory.security().orElseThrow().sipEnabled()).contains(true);
    assertThat(InventoryJson.write(inventory)).doesNotContain("Pat");
  }

  @Test
  void a_rapid_security_response_is_told() {
    Said said =
        Said.bareMac()
            .says("sw_vers", "ProductVersion:\t\t13.4.1\r\nProductVersionExtra:\t(c)\r\n");
    assertThat(said.inventory().systemInfo().macosVersion()).contains("13.4.1");
    assertThat(said.inventory().systemInfo().macosVersionExtra()).contains("(c)");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "127, "})
  void rosetta_is_there_or_not_or_untold(int exit, Boolean there) {
    Said said = Said.bareMac().fails("rosetta", exit, "", "");
    assertThat(said.inventory().systemInfo().rosettaInstalled().orElse(null)).isEqualTo(there);
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void memory_and_cores_come_from_the_next_source_where_the_first_is_silent() {
    HardwareInventory inventory =
        Said.bareMac()
            .onlySysctl(
                "machdep.cpu.core_count: 6", "machdep.cpu.thread_count: 12", "hw.packages: 2")
            .profile(
                "SPMemoryDataType",
                "[{'_items': [{'_name': 'A', 'dimm_size': '8 GB'}, {'_name': 'B', 'dimm_size':"
                    + " 'empty'}]}]")
            .inventory();
    assertThat(inventory.hardware().cpuCores()).isEqualTo(12);
    assertThat(inventory.hardware().cpuThreads()).hasValue(24);
    assertThat(inventory.hardware().memoryGb()).isEqualTo(8);
  }

  @Test
  void a_machine_that_counts_no_processors_still_has_one() {
    HardwareInventory inventory =
        Said.bareMac()
            .onlySysctl(
                "machdep.cpu.core_count: 6",
                "machdep.cpu.thread_count: 12",
                "hw.packages: 0",
                "hw.memsize: 17179869184")
            .inventory();
    assertThat(inventory.hardware().cpuThreads()).hasValue(12);
    assertThat(inventory.hardware().cpuPackages()).isEmpty();
  }

  @Test
  void one_answer_of_diskutil_info_is_a_disk_where_there_is_no_list() {
    Said said =
        Said.bareMac()
            .plist(
                "diskutil-info-disk0",
                dict(
                    "DeviceIdentifier",
                    "disk0",
                    "WholeDisk",
                    true,
                    "TotalSize",
                    500L,
                    "Internal",
                    true));
    assertThat(said.inventory().disks()).extracting(Disk::device).containsExactly("disk0");
    assertThat(said.inventory().internalStorage().bytes()).isEqualTo(500);
  }

  @Test
  void an_answer_about_another_disk_is_not_taken_for_the_one_asked() {
    Said said =
        Said.bareMac()
            .plist("diskutil-list", list(dict("DeviceIdentifier", "disk0", "Size", 500L)))
            .plist(
                "diskutil-info-disk0",
                dict("DeviceIdentifier", "disk1s1", "WholeDisk", false, "Size", 99L));
    assertThat(said.inventory().disks())
        .containsExactly(Disk.builder().device("disk0").size(ByteSize.ofBytes(500)).build());
    assertThat(said.issues()).singleElement().matches(it -> it.kind() == IssueKind.MALFORMED);
  }

  @Test
  void without_details_a_bare_file_system_beside_members_is_the_set_that_they_make() {
    Map<String, Object> member =
        dict(
            "DeviceIdentifier",
            "disk0",
            "Size",
            500L,
            "Partitions",
            List.of(dict("DeviceIdentifier", "disk0s2", "Content", "Apple_CoreStorage")));
    Map<String, Object> logical =
        dict("DeviceIdentifier", "disk1", "Size", 490L, "Content", "Apple_HFS", "VolumeName", "HD");
    Said said = Said.bareMac().plist("diskutil-list", list(member, logical));
    assertThat(said.inventory().disks()).extracting(Disk::device).containsExactly("disk0");
    assertThat(said.inventory().volumes()).extracting(Volume::device).containsExactly("disk1");
  }

  @Test
  void a_blank_stick_without_members_beside_it_is_a_disk() {
    Said said =
        Said.bareMac()
            .plist(
                "diskutil-list",
                list(
                    dict(
                        "DeviceIdentifier",
                        "disk2",
                        "Size",
                        8L,
                        "Content",
                        "",
                        "VolumeName",
                        "X")));
    assertThat(said.inventory().disks()).extracting(Disk::device).containsExactly("disk2");
  }

  @Test
  void volumes_that_are_not_mounted_have_roles_and_no_mount_point() {
    Said said =
        Said.bareMac()
            .plist("diskutil-apfs", containers("disk3", "disk0s2", "Recovery"))
            .profile("SPStorageDataType", "[{'bsd_name': 'disk3s1s1', 'writable': 'no'}]");
    List<Volume> volumes = said.inventory().volumes();
    assertThat(volumes).extracting(Volume::device).containsExactly("disk3s1s1", "disk3s2");
    assertThat(volumes.get(1).roles()).containsExactly("Recovery");
    assertThat(volumes.get(1).mountPoint()).isEmpty();
    assertThat(volumes.get(0).container()).contains("disk3");
    assertThat(volumes.get(0).writable()).contains(false);
  }

  @Test
  void volumes_of_disk_images_that_nobody_sees_are_left_out() {
    Said said =
        Said.bareMac()
            .plist("diskutil-apfs", containers("disk5", "disk4s1", "Data"))
            .plist("diskutil-info-disk4", dict("BusProtocol", "Disk Image", "TotalSize", 5L));
    assertThat(said.inventory().volumes()).isEmpty();
  }

  @Test
  void the_route_and_the_name_of_the_port_tell_which_interface_is_what() {
    List<NetworkInterface> interfaces =
        Said.bareMac()
            .says(
                "networksetup",
                """
                Hardware Port: USB 10/100/1G/2.5G LAN
                Device: en7
                Ethernet Address: 00:11:22:33:44:55

                Hardware Port: Büro
                Device: en8
                Ethernet Address: (null)
                """
                    .replace("\n", "\r\n"))
            .says(
                "ifconfig",
                """
                en7: flags=8863<UP,RUNNING> mtu 1500
                \tether 00:11:22:33:44:55
                \tmedia: 100baseTX (2.5GbaseT <full-duplex>)
                \tstatus: active
                """
                    .replace("\n", "\r\n"))
            .says("route", "   route to: default\n  interface: en7\n")
            .inventory()
            .networkInterfaces();
    assertThat(interfaces.get(0).linkSpeedMbps()).hasValue(2500);
    assertThat(interfaces.get(0).active()).contains(true);
    assertThat(interfaces.get(0).defaultRoute()).contains(true);
    assertThat(interfaces.get(1).defaultRoute()).contains(false);
    assertThat(interfaces.get(1).type()).isEmpty();
  }

  @Test
  void a_speed_that_was_chosen_but_not_negotiated_is_none() {
    Said said =
        Said.bareMac()
            .says(
                "ifconfig",
                """
                en0: flags=8863<UP> mtu 1500
                \tether 00:11:22:33:44:55
                \tmedia: 1000baseT <full-duplex> (none)
                \tstatus: inactive
                """);
    assertThat(said.inventory().networkInterfaces().get(0).linkSpeedMbps()).isEmpty();
  }

  @Test
  void a_laptop_on_battery_is_not_on_mains() {
    Power power =
        Said.bareMac()
            .profile(
                "SPPowerDataType",
                """
                [{'_name': 'spbattery_information', 'sppower_battery_charge_info': {
                    'sppower_battery_current_capacity': 2000, 'sppower_battery_max_capacity': 4000}},
                 {'_name': 'sppower_information', 'AC Power': {'System Sleep Timer': 1},
                  'Battery Power': {'Current Power Source': 'TRUE'}}]
                """)
            .inventory()
            .power()
            .orElseThrow();
    assertThat(power.acConnected()).contains(false);
    assertThat(power.battery().orElseThrow().chargePercent()).hasValue(50);
  }

  @Test
  void a_charge_above_all_bounds_costs_only_itself() {
    Power power =
        Said.bareMac()
            .profile(
                "SPPowerDataType",
                "[{'_name': 'spbattery_information', 'sppower_battery_charge_info':"
                    + " {'sppower_battery_state_of_charge': 140},"
                    + " 'sppower_battery_health_info': {'sppower_battery_cycle_count': 3}}]")
            .inventory()
            .power()
            .orElseThrow();
    assertThat(power.battery().orElseThrow().chargePercent()).isEmpty();
    assertThat(power.battery().orElseThrow().cycleCount()).hasValue(3);
  }

  @Test
  void enrolment_gatekeeper_and_the_boot_policy_of_a_t2_are_told() {
    Security security =
        Said.bareMac()
            .says("profiles", "Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\n")
            .says("spctl", "assessments disabled\n")
            .says("nvram-secure-boot", "94b73556-x:AppleSecureBootPolicy\t%01\n")
            .profile("SPiBridgeDataType", "[{'ibridge_model_name': 'Apple T2 Security Chip'}]")
            .inventory()
            .security()
            .orElseThrow();
    assertThat(security)
        .isEqualTo(
            Security.builder()
                .secureBoot("Medium Security")
                .securityChip("Apple T2 Security Chip")
                .mdmEnrolled(true)
                .mdmUserApproved(true)
                .automatedEnrollment(false)
                .gatekeeperEnabled(false)
                .build());
  }

  @Test
  void commands_that_older_systems_lack_are_no_issue() {
    Said said =
        Said.bareMac()
            .fails("profiles", 1, "", "usage")
            .fails("spctl", 127, "", "not found")
            .fails("nvram-secure-boot", 1, "", "data was not found")
            .fails("route", 1, "", "not in table");
    assertThat(said.issues()).isEmpty();
    assertThat(said.timesOut("profiles").issues())
        .singleElement()
        .matches(it -> it.kind() == IssueKind.TIMED_OUT);
  }

  @Test
  void external_graphics_have_no_share_in_the_cores_of_the_chip() {
    List<Gpu> gpus =
        Said.bareMac()
            .profile(
                "SPDisplaysDataType",
                """
                [{'sppci_model': 'Apple M1', 'spdisplays_vendor': 'sppci_vendor_Apple'},
                 {'sppci_model': 'Radeon', 'spdisplays_vendor': 'AMD (0x1002)',
                  'spdisplays_vram': '8 GB'}]
                """)
            .plist("ioreg-gpu", List.of(dict("gpu-core-count", 8)))
            .inventory()
            .hardware()
            .gpus();
    assertThat(gpus.get(0).cores()).hasValue(8);
    assertThat(gpus.get(1).cores()).isEmpty();
    assertThat(gpus.get(1).vendor()).contains("AMD");
  }

  @Test
  void the_registry_stands_in_where_no_profile_tells_of_graphics() {
    List<Gpu> gpus =
        Said.bareMac()
            .plist("ioreg-gpu", List.of(dict("gpu-core-count", 8, "model", "Apple M1")))
            .inventory()
            .hardware()
            .gpus();
    assertThat(gpus)
        .containsExactly(Gpu.builder().model("Apple M1").cores(8).vendor("Apple").build());
  }

  @Test
  void connectors_with_nothing_behind_them_are_no_displays_and_pixels_are_no_points() {
    List<Display> displays =
        Said.bareMac()
            .profile(
                "SPDisplaysDataType",
                """
                [{'_name': 'A', 'spdisplays_ndrvs': [
                  {'_name': 'spdisplays_display_connector',
                   'spdisplays_status': 'spdisplays_not_connected'},
                  {'_name': 'Color LCD', '_spdisplays_resolution': '1440 x 900',
                   'spdisplays_pixelresolution': 'spdisplays_2880x1800Retina',
                   '_spdisplays_display-serial-number': '0',
                   '_spdisplays_display-vendor-id': '610'}]}]
                """)
            .inventory()
            .displays();
    assertThat(displays)
        .containsExactly(
            Display.builder()
                .name("Color LCD")
                .widthPixels(2880)
                .heightPixels(1800)
                .vendorId("0x610")
                .build());
  }

  @Test
  void usb_devices_of_macos_26_say_whether_they_are_built_in() {
    List<UsbDevice> devices =
        Said.bareMac()
            .profile(
                "SPUSBHostDataType",
                """
                [{'_name': 'Bus', '_items': [{'_name': 'Mouse', 'USBKeyHardwareType': 'Removable',
                  'USBDeviceKeySerialNumber': 'Not Provided'}]}]
                """)
            .fails("SPUSBDataType", 1, "", "no such type")
            .inventory()
            .usb();
    assertThat(devices).containsExactly(UsbDevice.builder().name("Mouse").builtIn(false).build());
  }

  private static Map<String, Object> list(Object... disks) {
    return dict("AllDisksAndPartitions", List.of(disks));
  }

  private static Map<String, Object> containers(String reference, String store, String role) {
    return dict(
        "Containers",
        List.of(
            dict(
                "ContainerReference",
                reference,
                "CapacityCeiling",
                500L,
                "PhysicalStores",
                List.of(dict("DeviceIdentifier", store)),
                "Volumes",
                List.of(
                    dict("DeviceIdentifier", reference + "s1", "Roles", List.of("System")),
                    dict("DeviceIdentifier", reference + "s2", "Roles", List.of(role))))));
  }
}
