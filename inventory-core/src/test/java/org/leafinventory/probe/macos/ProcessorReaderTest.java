package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.IssueKind;

class ProcessorReaderTest {

  private static final String MEMORY = "hw.memsize: 17179869184";

  @ParameterizedTest
  @CsvSource({
    "'8',8",
    "'\"8\"',8",
    "'\"proc 8:4:4\"',8",
    "'\"proc 24:16:8:0\"',24",
    "'\"proc 18:6:0:12\"',18",
  })
  void number_processors_tells_a_total_at_most_and_never_kinds_of_cores(String json, int cores) {
    Said said =
        Said.bareMac()
            .onlySysctl(MEMORY)
            .profile("SPHardwareDataType", "[{'number_processors': " + json + "}]");
    assertThat(hardware(said).cpuCores()).isEqualTo(cores);
    assertThat(hardware(said).coreClusters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'many'", "'proc'", "-8", "8.5", "null", "[8]", "99999999999"})
  void number_processors_in_no_known_form_tells_nothing(String json) {
    Said said =
        Said.bareMac()
            .onlySysctl(MEMORY)
            .profile("SPHardwareDataType", "[{'number_processors': " + json + "}]");
    assertThatThrownBy(said::inventory)
        .isInstanceOf(InterpretationException.class)
        .hasMessage("the machine did not tell how many cores it has (sysctl hw.physicalcpu)");
  }

  @Test
  void the_kernel_is_believed_before_the_profile() {
    Said said =
        Said.bareMac().profile("SPHardwareDataType", "[{'number_processors': 'proc 99:98:1'}]");
    assertThat(hardware(said).cpuCores()).isEqualTo(8);
  }

  @Test
  void three_kinds_of_cores_are_listed_in_the_kernels_order_whatever_the_order_of_lines() {
    Said said =
        Said.bareMac()
            .onlySysctl(
                MEMORY,
                "hw.perflevel2.name: Efficiency",
                "hw.perflevel2.physicalcpu: 2",
                "hw.perflevel0.physicalcpu: 6",
                "hw.perflevel0.logicalcpu: 6",
                "hw.perflevel1.physicalcpu: 4",
                "hw.perflevel1.name: Performance",
                "hw.nperflevels: 3",
                "hw.physicalcpu: 12",
                "hw.perflevel0.name: Super");
    assertThat(hardware(said).coreClusters())
        .extracting(cluster -> cluster.name().orElse(""), CoreCluster::cores)
        .containsExactly(tuple("Super", 6), tuple("Performance", 4), tuple("Efficiency", 2));
  }

  @Test
  void a_missing_name_does_not_shift_the_others() {
    Said said =
        Said.bareMac()
            .fails(
                "sysctl",
                1,
                "hw.physicalcpu: 4\nhw.logicalcpu: 8\n" + MEMORY + "\n",
                "sysctl: unknown oid 'hw.nperflevels'\n");
    assertThat(hardware(said).cpuCores()).isEqualTo(4);
    assertThat(hardware(said).cpuThreads()).hasValue(8);
    assertThat(hardware(said).coreClusters()).isEmpty();
    assertThat(said.issues()).isEmpty();
  }

  @Test
  void cores_that_do_not_add_up_are_an_issue() {
    Said said =
        Said.bareMac()
            .sysctl(
                "hw.nperflevels: 2",
                "hw.perflevel0.physicalcpu: 4",
                "hw.perflevel1.physicalcpu: 2");
    assertThat(hardware(said).cpuCores()).isEqualTo(8);
    assertThat(said.issues()).singleElement().matches(it -> it.kind() == IssueKind.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "99999999999999999999", "eight", ""})
  void numbers_that_are_none_are_not_told(String number) {
    Said said = Said.bareMac().sysctl("hw.logicalcpu: " + number, "hw.nperflevels: " + number);
    assertThat(hardware(said).cpuThreads()).isEmpty();
    assertThat(hardware(said).coreClusters()).isEmpty();
  }

  @Test
  void a_processor_asked_through_rosetta_is_still_arm() {
    Said said = Said.bareMac().says("uname-m", "x86_64\n");
    assertThat(architecture(said)).isEqualTo(Architecture.X86_64);
    assertThat(architecture(said.sysctl("sysctl.proc_translated: 1")))
        .isEqualTo(Architecture.ARM64);
    assertThat(
            architecture(Said.bareMac().says("uname-m", "x86_64\n").sysctl("hw.optional.arm64: 1")))
        .isEqualTo(Architecture.ARM64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aarch64", "i386\u001b[31m", ""})
  void an_architecture_of_no_mac_is_refused(String machine) {
    assertThatThrownBy(() -> Said.bareMac().says("uname-m", machine).inventory())
        .isInstanceOf(InterpretationException.class)
        .message()
        .contains("architecture")
        .doesNotContain("\u001b");
  }

  @Test
  void a_guest_that_names_no_processor_has_none() {
    Said vmware = Said.bareMac().profile("SPHardwareDataType", "[{'machine_model': 'VMware7,1'}]");
    Said anka = Said.bareMac().profile("SPHardwareDataType", "[{'cpu_type': 'Unknown'}]");
    assertThat(hardware(vmware).cpuType()).isEmpty();
    assertThat(hardware(anka).cpuType()).isEmpty();
    assertThat(anka.issues()).isEmpty();
  }

  @Test
  void the_processors_name_comes_from_the_kernel_with_single_spaces() {
    Said said =
        Said.bareMac()
            .sysctl("machdep.cpu.brand_string: Intel(R) Core(TM)   i5-0000 CPU @ 2.40GHz")
            .profile(
                "SPHardwareDataType",
                "[{'cpu_type': 'Dual-Core', 'current_processor_speed': '2,4 GHz'}]");
    assertThat(hardware(said).cpuType())
        .isEqualTo(Optional.of("Intel(R) Core(TM) i5-0000 CPU @ 2.40GHz"));
  }

  @ParameterizedTest
  @CsvSource({
    "8 GB,8589934592",
    "22.63 GB,24298777477",
    "'22,63 GB',24298777477",
    "16\u00a0GB,17179869184",
    "16\u202fGB,17179869184",
    "16384 MB,17179869184",
    "1.5 TB,1649267441664",
  })
  void memory_as_text_serves_where_the_kernel_is_silent(String text, long bytes) {
    Said said = withMemoryText(text).onlySysctl("hw.physicalcpu: 8");
    assertThat(hardware(said).memoryBytes()).isEqualTo(ByteSize.ofBytes(bytes));
    assertThat(hardware(withMemoryText(text)).memoryBytes()).isEqualTo(ByteSize.ofGibibytes(16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 GB", "GB", "-8 GB", "999999999 TB", "8 GB or so", ""})
  void memory_as_text_that_is_no_size_is_refused(String text) {
    assertThatThrownBy(() -> withMemoryText(text).onlySysctl("hw.physicalcpu: 8").inventory())
        .isInstanceOf(InterpretationException.class)
        .hasMessage("the machine did not tell how much memory it has (sysctl hw.memsize)");
  }

  @Test
  void the_neural_engine_is_told_by_the_registry() {
    Said said =
        Said.bareMac()
            .plist(
                "ioreg-ane",
                List.of(dict("DeviceProperties", dict("ANEDevicePropertyNumANECores", 16))));
    assertThat(hardware(said).neuralEngineCores()).hasValue(16);
    assertThat(hardware(Said.bareMac().says("ioreg-ane", "")).neuralEngineCores()).isEmpty();
  }

  private static Said withMemoryText(String text) {
    return Said.bareMac().profile("SPHardwareDataType", "[{'physical_memory': '" + text + "'}]");
  }

  private static Architecture architecture(Said said) {
    return said.inventory().systemInfo().architecture();
  }

  private static Hardware hardware(Said said) {
    return said.inventory().hardware();
  }
}
