package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.probe.Bytes;

class IdentityReaderTest {

  @Test
  void reads_version_kernel_and_boot_time() {
    SystemInfo system =
        system(
            Said.bareMac()
                .says(
                    "sw_vers",
                    """
                    ProductName:\t\tmacOS
                    ProductVersion:\t\t13.3.1
                    ProductVersionExtra:\t\t(a)
                    BuildVersion:\t\t22E772610a
                    """)
                .says("uname-r", "22.4.0\n")
                .sysctl("kern.boottime: { sec = 1769216400, usec = 12 } Sat Jan 24 02:00:00 2026"));
    assertThat(system.macosVersion()).contains("13.3.1");
    assertThat(system.macosBuild()).contains("22E772610a");
    assertThat(system.kernel()).contains("22.4.0");
    assertThat(system.bootTime()).contains(Instant.parse("2026-01-24T01:00:00Z"));
  }

  @Test
  void takes_model_serial_and_uuid_from_the_registry_where_the_profile_is_silent() {
    Said said =
        Said.bareMac()
            .timesOut("SPHardwareDataType")
            .plist(
                "ioreg-platform",
                dict(
                    "IORegistryEntryChildren",
                    List.of(
                        dict(
                            "IOPlatformSerialNumber", "LEAF00000001",
                            "IOPlatformUUID", "0FACADE0-0000-4000-8000-000000000001",
                            "model", "Mac99,9\0".getBytes(StandardCharsets.UTF_8)))));
    assertThat(system(said).model()).contains("Mac99,9");
    assertThat(system(said).serialNumber()).contains("LEAF00000001");
    assertThat(system(said).hardwareUuid()).contains("0FACADE0-0000-4000-8000-000000000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", " ", "Unknown", "None", "Not Available"})
  void knows_words_that_stand_for_no_serial_number(String serial) {
    Said said = hardware("{'serial_number': '" + serial + "'}");
    assertThat(system(said).serialNumber()).isEmpty();
  }

  @Test
  void an_older_system_without_newer_keys_is_no_issue() {
    Said said = hardware("{'machine_name': 'Mac Pro', 'machine_model': 'MacPro5,1'}");
    assertThat(system(said).modelNumber()).isEmpty();
    assertThat(system(said).modelName()).contains("Mac Pro");
    assertThat(said.inventory().security()).isEmpty();
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void a_computer_name_may_hold_anything() {
    Said said = Said.bareMac().says("scutil-ComputerName", "Zoë’s “Mac” \uD83C\uDF42 $HOME ${x}\n");
    assertThat(system(said).computerName()).contains("Zoë’s “Mac” \uD83C\uDF42 $HOME ${x}");
  }

  @Test
  void a_computer_name_that_is_not_set_is_absent() {
    Said failed = Said.bareMac().fails("scutil-ComputerName", 1, "", "ComputerName: not set\n");
    Said told = Said.bareMac().says("scutil-ComputerName", "ComputerName: not set\n");
    assertThat(system(failed).computerName()).isEmpty();
    assertThat(system(told).computerName()).isEmpty();
    assertThat(failed.issues()).isEmpty();
  }

  @Test
  void a_computer_name_that_is_not_utf_8_is_an_issue_and_not_half_a_name() {
    Said said =
        Said.bareMac().says("scutil-ComputerName", Bytes.of(new byte[] {'Z', 'o', (byte) 0xEB}));
    assertThat(system(said).computerName()).isEmpty();
    assertThat(said.issues())
        .containsExactly(
            Issue.of(
                "system_info",
                IssueKind.MALFORMED,
                "ask scutil-ComputerName gave text that is not UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "VirtualMac2,true",
    "'VMware7,1',true",
    "'Parallels20,1',true",
    "'Mac14,14',false",
  })
  void tells_a_virtual_machine_by_its_model(String model, boolean virtual) {
    Said said = Said.bareMac().sysctl("hw.model: " + model, "kern.hv_vmm_present: 0");
    assertThat(system(said).virtualMachine()).contains(virtual);
  }

  @Test
  void tells_a_virtual_machine_by_the_kernel() {
    Said said = Said.bareMac().sysctl("hw.model: iMac20,1", "kern.hv_vmm_present: 1");
    assertThat(system(said).virtualMachine()).contains(true);
    assertThat(system(Said.bareMac()).virtualMachine()).isEmpty();
  }

  private static Said hardware(String item) {
    return Said.bareMac().profile("SPHardwareDataType", "[" + item + "]");
  }

  private static SystemInfo system(Said said) {
    return said.inventory().systemInfo();
  }
}
