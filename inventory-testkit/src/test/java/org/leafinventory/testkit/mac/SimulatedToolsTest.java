package org.leafinventory.testkit.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedToolsTest {

  private static final String STUDIO = "mac-studio-m2-ultra";

  private final Path folder;

  SimulatedToolsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> shells() {
    return Stream.of("/bin/dash", "/bin/bash", "/bin/sh").filter(sh -> Files.exists(Path.of(sh)));
  }

  @Test
  void names_its_machines() {
    assertThat(SimulatedTools.machines())
        .containsExactly(
            "broken-mac", "mac-mini-m4", STUDIO, "macbook-pro-intel", "vm-apple-virtualization");
  }

  @Test
  void refuses_a_machine_that_is_not_there_and_names_those_that_are() {
    assertThatThrownBy(() -> SimulatedTools.of("../etc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mac-mini-m4");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void answers_sysctl_by_name_and_skips_unknown_names(String shell) {
    Shell.Result result =
        tool(shell, SimulatedTools.of(STUDIO), "sysctl", "hw.model", "hw.nope", "hw.memsize");
    assertThat(result.text()).isEqualTo("hw.model: Mac14,14\nhw.memsize: 206158430208\n");
    assertThat(result.stderr()).isEqualTo("sysctl: unknown oid 'hw.nope'\n");
    assertThat(result.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void merges_data_types_and_leaves_out_those_that_are_unknown(String shell) throws Exception {
    Shell.Result result =
        tool(
            shell,
            SimulatedTools.of("mac-mini-m4"),
            "system_profiler",
            "-json",
            "SPMemoryDataType",
            "SPUSBHostDataType",
            "SPSerialATADataType");
    assertThat(new ObjectMapper().readTree(result.stdout()).fieldNames())
        .toIterable()
        .containsExactly("SPMemoryDataType", "SPSerialATADataType");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void answers_an_unknown_disk_with_an_error_plist(String shell) {
    Shell.Result result =
        tool(shell, SimulatedTools.of(STUDIO), "diskutil", "info", "-plist", "/dev/disk9");
    assertThat(result.exit()).isEqualTo(1);
    JsonNode error = Plists.read(result.stdout());
    assertThat(error.get("Error").asBoolean()).isTrue();
    assertThat(error.get("ErrorMessage").asText()).isEqualTo("Could not find disk: disk9");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void tells_an_unset_host_name_by_stderr_and_exit_status(String shell) {
    Shell.Result result = tool(shell, SimulatedTools.of(STUDIO), "scutil", "--get", "HostName");
    assertThat(result).extracting(Shell.Result::exit, Shell.Result::text).containsExactly(1, "");
    assertThat(result.stderr()).isEqualTo("HostName: not set\n");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void refuses_what_it_cannot_answer(String shell) {
    Shell.Result result = tool(shell, SimulatedTools.of(STUDIO), "csrutil", "disable", "../x");
    assertThat(result.exit()).isNotZero();
    assertThat(result.text()).isEmpty();
  }

  @Test
  void replaces_single_answers_byte_for_byte() {
    String hostile = "${builtins.readFile \"/etc/passwd\"} '; $(touch x) \\ \u2028 ö\n\n";
    String path =
        SimulatedTools.of(STUDIO)
            .withAnswer("scutil", List.of("--get", "ComputerName"), hostile, "noise\n", 3)
            .withAnswer("sysctl", List.of("hw.memsize"), "hw.memsize: 0\n", "", 0)
            .installInto(folder);
    Shell.Result name = Shell.sh(path, "scutil --get ComputerName");
    assertThat(name.text()).isEqualTo(hostile);
    assertThat(name.stderr()).isEqualTo("noise\n");
    assertThat(name.exit()).isEqualTo(3);
    assertThat(Shell.sh(path, "sysctl hw.model hw.memsize").text())
        .isEqualTo("hw.model: Mac14,14\nhw.memsize: 0\n");
  }

  @Test
  void lets_a_missing_command_fail_like_one_that_is_not_there() {
    String path = installed(Fault.missing("ifconfig"));
    Shell.Result result = Shell.sh(path, "ifconfig -a");
    assertThat(result.exit()).isEqualTo(127);
    assertThat(result.stderr()).contains("ifconfig: command not found");
  }

  @Test
  void cuts_output_in_half_and_mixes_in_bytes_that_are_no_text() {
    int whole = Shell.sh(installed(Fault.missing("uname")), "sw_vers").stdout().length;
    String path =
        SimulatedTools.of(STUDIO)
            .withFault(Fault.truncated("sw_vers"))
            .withFault(Fault.garbage("system_profiler", "SPPowerDataType"))
            .installInto(folder.resolve("spoiled"));
    assertThat(Shell.sh(path, "sw_vers").stdout()).hasSize(whole / 2);
    byte[] power = Shell.sh(path, "system_profiler -json SPPowerDataType").stdout();
    assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(power)))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void hangs_or_waits_only_where_it_was_told_to() {
    String path =
        SimulatedTools.of(STUDIO)
            .withFault(Fault.hanging("system_profiler", "SPDisplaysDataType"))
            .withFault(Fault.slow(Duration.ofMillis(300), "csrutil"))
            .installInto(folder);
    long start = System.nanoTime();
    assertThat(Shell.sh(path, "system_profiler -json SPPowerDataType; csrutil status").text())
        .endsWith("enabled.\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    Shell.Result hung =
        Shell.sh(
            path, "system_profiler -json SPPowerDataType SPDisplaysDataType & sleep 1; kill $!");
    assertThat(hung.text()).isEmpty();
  }

  @Test
  void breaks_where_the_broken_mac_is_broken() {
    String path = SimulatedTools.of("broken-mac").installInto(folder);
    assertThat(Shell.sh(path, "networksetup -listallhardwareports").exit()).isEqualTo(127);
    assertThat(Shell.sh(path, "ifconfig -a").exit()).isEqualTo(127);
    assertThat(Shell.sh(path, "diskutil apfs list -plist").exit()).isEqualTo(1);
    Shell.Result hardware = Shell.sh(path, "system_profiler -json SPHardwareDataType");
    assertThat(hardware.exit()).isZero();
    assertThat(hardware.stderr()).contains("Device PreExisted");
    byte[] drives = Shell.sh(path, "system_profiler -json SPNVMeDataType").stdout();
    assertThatThrownBy(() -> new ObjectMapper().readTree(drives))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refuses_faults_that_it_cannot_have() {
    SimulatedTools tools = SimulatedTools.of(STUDIO);
    assertThatThrownBy(() -> tools.withFault(Fault.noisyShell()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tools.withFault(Fault.truncated("pmset")).installInto(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pmset");
  }

  private String installed(Fault fault) {
    return SimulatedTools.of(STUDIO).withFault(fault).installInto(folder);
  }

  private Shell.Result tool(String shell, SimulatedTools tools, String tool, String... args) {
    String path = tools.installInto(folder);
    List<String> command = new ArrayList<>(List.of(shell, folder + "/bin/" + tool));
    command.addAll(List.of(args));
    return Shell.run("", path, command);
  }
}
