package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemInfo;

/** Files of the shell scripts: no schema_version, and blanks for what was not found. */
class LegacyFilesTest {

  @Test
  void full_file_is_read_with_every_value() {
    HardwareInventory expected =
        HardwareInventory.builder()
            .systemInfo(
                SystemInfo.builder()
                    .hostname(HostName.of("studio-1"))
                    .computerName("Mac Studio")
                    .model("Mac14,14")
                    .serialNumber("ABCDEFGHIJ")
                    .architecture(Architecture.ARM64)
                    .kernel("24.6.0")
                    .macosVersion("15.6.1")
                    .macosBuild("24G90")
                    .build())
            .hardware(
                Hardware.builder()
                    .cpuType("Apple M2 Ultra")
                    .cpuCores(24)
                    .cpuThreads(24)
                    .memoryBytes(ByteSize.ofGibibytes(64))
                    .build())
            .addDisks(
                disk("disk0", 1_000_555_581_440L).withContent("GUID_partition_scheme"),
                disk("disk3", 994_662_584_320L)
                    .withContent("Apple_APFS_Container")
                    .withInternal(true)
                    .withProtocol("Apple Fabric"))
            .addNetworkInterfaces(
                NetworkInterface.builder().port("Ethernet").device("en0").build(),
                NetworkInterface.builder().port("Wi-Fi").device("en1").build())
            .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
            .build();

    assertThat(read("mac-studio")).isEqualTo(expected);
  }

  @Test
  void blanks_nulls_and_unknown_are_absent() {
    HardwareInventory inventory = read("blanks");

    assertThat(inventory.systemInfo())
        .isEqualTo(
            SystemInfo.builder()
                .hostname(HostName.of("mini-2"))
                .architecture(Architecture.ARM64)
                .build());
    assertThat(inventory.hardware().cpuType()).isEmpty();
    assertThat(inventory.hardware().cpuThreads()).isEqualTo(OptionalInt.empty());
    assertThat(inventory.disks()).containsExactly(disk("disk0", 500_277_792_768L));
    assertThat(inventory.networkInterfaces())
        .containsExactly(NetworkInterface.builder().device("en0").build());
    assertThat(inventory.issues()).isEmpty();
  }

  @Test
  void memory_in_gibibytes_stands_in_for_missing_bytes() {
    assertThat(read("blanks").hardware().memoryBytes()).isEqualTo(ByteSize.ofGibibytes(16));
    assertThat(read("extra-keys").hardware().memoryBytes()).isEqualTo(ByteSize.ofGibibytes(32));
    assertThat(read("sparse").hardware().memoryBytes()).isEqualTo(ByteSize.ofMebibytes(7680));
  }

  @Test
  void missing_sections_are_empty_lists() {
    HardwareInventory inventory = read("sparse");

    assertThat(inventory.disks()).isEmpty();
    assertThat(inventory.networkInterfaces()).isEmpty();
    assertThat(inventory.systemInfo().architecture()).isEqualTo(Architecture.X86_64);
    assertThat(inventory.systemInfo().model()).isEqualTo(Optional.empty());
  }

  @Test
  void entry_without_device_or_size_becomes_an_issue_and_the_rest_is_kept() {
    HardwareInventory inventory = read("broken-entries");

    assertThat(inventory.disks()).containsExactly(disk("disk1", 251_000_193_024L));
    assertThat(inventory.networkInterfaces()).isEmpty();
    assertThat(inventory.issues())
        .containsExactly(
            missing("disks", "entry 1, disk0, lacks size; left out"),
            missing("disks", "entry 2 lacks device; left out"),
            missing("disks", "entry 3 lacks device; left out"),
            missing("disks", "entry 4 lacks device; left out"),
            missing("network_interfaces", "entry 1 lacks device; left out"));
  }

  @Test
  void extra_keys_are_tolerated_also_where_the_new_format_has_others() {
    HardwareInventory inventory = read("extra-keys");

    assertThat(inventory.hostName()).isEqualTo(HostName.of("studio-9"));
    assertThat(inventory.internalStorage()).isEqualTo(ByteSize.ofBytes(2_001_111_162_880L));
    assertThat(inventory.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mac-studio", "blanks", "sparse", "broken-entries", "extra-keys"})
  void once_read_it_is_written_in_the_new_format(String name) {
    HardwareInventory inventory = read(name);

    String json = InventoryJson.write(inventory);

    assertThat(json).startsWith("{\n  \"schema_version\": 1,\n");
    assertThat(InventoryJson.read(json, name)).isEqualTo(inventory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999", "1e400", "\"many\"", "-8", "0", "[]", "null"})
  void memory_that_is_no_amount_is_missing(String amount) {
    String json = fixture("sparse").replace("\"7.5\"", amount);

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "hardware.json"))
        .withMessage("hardware.json: hardware: lacks memory_bytes");
  }

  @Test
  void host_name_that_is_unknown_is_missing() {
    String json = fixture("sparse").replace("old-imac", "unknown");

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "hardware.json"))
        .withMessage("hardware.json: system_info: lacks hostname");
  }

  @Test
  void section_of_the_wrong_type_is_refused() {
    String json = fixture("sparse").replace("\"disks\": null", "\"disks\": \"disk0\"");

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> InventoryJson.read(json, "hardware.json"))
        .withMessage("hardware.json: disks: is not a list");
  }

  private static HardwareInventory read(String name) {
    return InventoryJson.read(fixture(name), name + ".json");
  }

  private static String fixture(String name) {
    return Fixtures.text("legacy/" + name + ".json");
  }

  private static Disk disk(String device, long bytes) {
    return Disk.builder().device(device).size(ByteSize.ofBytes(bytes)).build();
  }

  private static Issue missing(String section, String message) {
    return Issue.of(section, IssueKind.MISSING, message);
  }
}
