package org.leafinventory.testkit.mac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachineConsistencyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BROKEN = "broken-mac";
  private static final long GIB = 1L << 30;
  private static final List<String> TYPES =
      List.of(
          "SPHardwareDataType",
          "SPMemoryDataType",
          "SPDisplaysDataType",
          "SPStorageDataType",
          "SPNVMeDataType",
          "SPSerialATADataType",
          "SPPowerDataType",
          "SPThunderboltDataType",
          "SPUSBDataType",
          "SPiBridgeDataType");

  private final Path folder;
  private String path = "";

  MachineConsistencyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<String> machines() {
    return SimulatedTools.machines();
  }

  static Stream<String> sound() {
    return machines().stream().filter(machine -> !machine.equals(BROKEN));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void names_its_model_serial_number_and_uuid_alike_everywhere(String machine) throws IOException {
    install(machine);
    JsonNode hardware = hardware();
    JsonNode expert =
        plist("ioreg -a -d2 -c IOPlatformExpertDevice").get("IORegistryEntryChildren").get(0);
    assertThat(hardware.get("machine_model").asText())
        .isEqualTo(sysctl("hw.model"))
        .isEqualTo(cString(expert.get("model").binaryValue()));
    assertThat(expert.get("IOPlatformSerialNumber")).isEqualTo(hardware.get("serial_number"));
    assertThat(expert.get("IOPlatformUUID")).isEqualTo(hardware.get("platform_UUID"));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void counts_cores_and_memory_alike_everywhere(String machine) throws IOException {
    install(machine);
    JsonNode hardware = hardware();
    long memory = Long.parseLong(sysctl("hw.memsize"));
    assertThat(hardware.get("physical_memory").asText()).isEqualTo(memory / GIB + " GB");
    int cores = Integer.parseInt(sysctl("hw.physicalcpu"));
    assertThat(firstNumber(hardware.get("number_processors").asText())).isEqualTo(cores);
    assertThat(Integer.parseInt(sysctl("hw.logicalcpu"))).isGreaterThanOrEqualTo(cores);
    if (sh("uname -m").equals("arm64")) {
      int levels = Integer.parseInt(sysctl("hw.nperflevels"));
      assertThat(
              IntStream.range(0, levels)
                  .map(level -> Integer.parseInt(sysctl("hw.perflevel" + level + ".physicalcpu")))
                  .sum())
          .isEqualTo(cores);
      assertThat(hardware.get("chip_type").asText()).isEqualTo(sysctl("machdep.cpu.brand_string"));
      assertThat(sysctl("hw.optional.arm64")).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void names_host_and_system_alike_everywhere(String machine) {
    install(machine);
    assertThat(sh("uname -r")).isEqualTo(sysctl("kern.osrelease"));
    assertThat(sh("uname -n")).isEqualTo(sysctl("kern.hostname"));
    assertThat(sh("uname -n")).startsWith(sh("scutil --get LocalHostName") + ".");
    assertThat(sh("scutil --get ComputerName")).isNotEmpty();
    assertThat(sh("sw_vers")).contains("ProductVersion:\t\t" + sh("sw_vers -productVersion"));
    assertThat(sh("csrutil status")).isEqualTo("System Integrity Protection status: enabled.");
    assertThat(sh("fdesetup status")).matches("FileVault is (On|Off)\\.");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void describes_every_disk_that_it_lists(String machine) {
    install(machine);
    JsonNode listing = plist("diskutil list -plist");
    for (JsonNode disk : listing.get("AllDisksAndPartitions")) {
      JsonNode info = plist("diskutil info -plist " + disk.get("DeviceIdentifier").asText());
      assertThat(info.get("TotalSize")).isEqualTo(disk.get("Size"));
      assertThat(info.get("Content")).isEqualTo(disk.get("Content"));
      assertThat(info.get("WholeDisk").asBoolean()).isTrue();
    }
    assertThat(plist("diskutil list -plist physical").get("WholeDisks"))
        .contains(TextNode.valueOf("disk0"))
        .isSubsetOf(listing.get("WholeDisks"));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void keeps_volumes_in_listed_containers(String machine) throws IOException {
    install(machine);
    JsonNode devices = plist("diskutil list -plist").get("AllDisks");
    for (JsonNode volume : profile("SPStorageDataType")) {
      assertThat(devices).contains(volume.get("bsd_name"));
    }
    JsonNode container = plist("diskutil apfs list -plist").get("Containers").get(0);
    JsonNode info = plist("diskutil info -plist " + container.get("ContainerReference").asText());
    assertThat(info.get("TotalSize")).isEqualTo(container.get("CapacityCeiling"));
    boolean encrypted =
        container.get("Volumes").findParents("Roles").stream()
            .filter(volume -> volume.get("Roles").get(0).asText().equals("Data"))
            .anyMatch(volume -> volume.get("Encryption").asBoolean());
    assertThat(encrypted).isEqualTo(sh("fdesetup status").contains("On"));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void gives_each_hardware_port_an_interface_with_the_same_address(String machine) {
    install(machine);
    String interfaces = sh("ifconfig -a");
    List<MatchResult> ports =
        Pattern.compile("Device: (\\S+)\nEthernet Address: (\\S+)")
            .matcher(sh("networksetup -listallhardwareports"))
            .results()
            .toList();
    assertThat(ports).isNotEmpty();
    for (MatchResult port : ports) {
      assertThat(interfaces)
          .containsPattern(
              "(?m)^" + port.group(1) + ": .*\n\t.*\n\tether " + Pattern.quote(port.group(2)));
    }
  }

  @ParameterizedTest
  @MethodSource("sound")
  void answers_every_data_type_alone_and_all_in_one_call(String machine) throws IOException {
    install(machine);
    JsonNode all = JSON.readTree(bytes("system_profiler -json " + String.join(" ", TYPES)));
    for (String type : TYPES) {
      assertThat(profile(type)).isEqualTo(all.get(type));
    }
    assertThat(all).hasSize(TYPES.size());
  }

  @Test
  void tells_usb_devices_of_macos_26_under_the_new_data_type_alone() throws IOException {
    install("mac-studio-m2-ultra");
    assertThat(profile("SPUSBDataType")).isEmpty();
    assertThat(profile("SPUSBHostDataType").findValuesAsText("USBDeviceKeyVendorName"))
        .containsExactly("Logitech");
  }

  @Test
  void has_neither_core_kinds_nor_plain_ascii_on_the_intel_mac() throws IOException {
    install("macbook-pro-intel");
    assertThat(Shell.sh(path, "sysctl hw.nperflevels hw.optional.arm64").text()).isEmpty();
    assertThat(sh("scutil --get ComputerName")).isEqualTo("Zoë’s Mac – Büro");
    assertThat(sh("ioreg -a -r -d1 -c AGXAccelerator")).isEmpty();
    assertThat(profile("SPMemoryDataType").findValuesAsText("dimm_size"))
        .containsExactly("16 GB", "16 GB");
    assertThat(plist("diskutil list -plist physical").get("WholeDisks")).hasSize(2);
    assertThat(plist("diskutil list -plist").get("WholeDisks")).hasSize(4);
  }

  @Test
  void lacks_real_hardware_on_the_virtual_machine() throws IOException {
    install("vm-apple-virtualization");
    assertThat(profile("SPNVMeDataType")).isEmpty();
    assertThat(profile("SPThunderboltDataType").findValuesAsText("Thunderbolt"))
        .containsExactly("no_hardware");
    assertThat(sysctl("kern.hv_vmm_present")).isEqualTo("1");
  }

  private void install(String machine) {
    path = SimulatedTools.of(machine).installInto(folder);
  }

  private byte[] bytes(String command) {
    Shell.Result result = Shell.sh(path, command);
    assertThat(result.exit()).as(command).isZero();
    return result.stdout();
  }

  private JsonNode plist(String command) {
    return Plists.read(bytes(command));
  }

  private String sh(String command) {
    return new String(bytes(command), StandardCharsets.UTF_8).strip();
  }

  private String sysctl(String name) {
    return sh("sysctl -n " + name);
  }

  private JsonNode profile(String type) throws IOException {
    return JSON.readTree(bytes("system_profiler -json " + type)).get(type);
  }

  private JsonNode hardware() throws IOException {
    return profile("SPHardwareDataType").get(0);
  }

  private static int firstNumber(String text) {
    return Integer.parseInt(text.replace("proc ", "").split(":", -1)[0]);
  }

  private static String cString(byte[] bytes) {
    int end = IntStream.range(0, bytes.length).filter(i -> bytes[i] == 0).findFirst().orElseThrow();
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
  }
}
