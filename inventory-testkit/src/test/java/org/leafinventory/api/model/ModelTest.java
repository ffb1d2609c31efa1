package org.leafinventory.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.Battery;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.testkit.arbitrary.Inventories;

class ModelTest {

  private static final SystemInfo SYSTEM =
      SystemInfo.builder().hostname(HostName.of("studio")).architecture(Architecture.ARM64).build();
  private static final Hardware HARDWARE =
      Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build();
  private static final HardwareInventory BARE =
      HardwareInventory.builder()
          .systemInfo(SYSTEM)
          .hardware(HARDWARE)
          .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
          .build();

  static Stream<Arguments> impossible() {
    return Stream.of(
        refused("cpu_cores must be at least 1: 0", () -> HARDWARE.withCpuCores(0)),
        refused("cpu_threads must be at least 1: -1", () -> HARDWARE.withCpuThreads(-1)),
        refused(
            "memory_bytes must be at least 1: 0", () -> HARDWARE.withMemoryBytes(ByteSize.ZERO)),
        refused(
            "neural_engine_cores must be at least 1: 0", () -> HARDWARE.withNeuralEngineCores(0)),
        refused(
            "cores of Super cannot be negative: -1",
            () -> CoreCluster.builder().name("Super").cores(-1).build()),
        refused("cores must be at least 1: 0", () -> Gpu.builder().model("M2").cores(0).build()),
        refused(
            "width_pixels must be at least 1: 0",
            () -> Display.builder().name("LCD").widthPixels(0).build()),
        refused(
            "refresh_rate_hz must be a number above 0: NaN",
            () -> Display.builder().name("LCD").refreshRateHz(Double.NaN).build()),
        refused(
            "refresh_rate_hz must be a number above 0: Infinity",
            () -> Display.builder().name("LCD").refreshRateHz(Double.POSITIVE_INFINITY).build()),
        refused(
            "charge_percent must be from 0 to 100: 101",
            () -> Battery.builder().chargePercent(101).build()),
        refused(
            "cycle_count cannot be negative: -1", () -> Battery.builder().cycleCount(-1).build()),
        refused(
            "mtu must be at least 1: 0",
            () -> NetworkInterface.builder().device("en0").mtu(0).build()));
  }

  private static Arguments refused(String message, Supplier<Object> attempt) {
    return Arguments.of(message, attempt);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void what_cannot_be_is_refused(String message, Supplier<Object> attempt) {
    assertThatIllegalArgumentException().isThrownBy(attempt::get).withMessage(message);
  }

  @Test
  void name_architecture_cores_and_memory_are_indispensable() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SystemInfo.builder().build())
        .withMessageContaining("hostname, architecture");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Hardware.builder().build())
        .withMessageContaining("cpuCores, memoryBytes");
  }

  @Test
  void everything_else_may_be_absent() {
    assertThat(BARE.disks()).isEmpty();
    assertThat(BARE.power()).isEmpty();
    assertThat(BARE.systemProfiler().isEmpty()).isTrue();
    assertThat(BARE.internalStorage()).isEqualTo(ByteSize.ZERO);
    assertThat(BARE.hostName()).isEqualTo(HostName.of("studio"));
  }

  @Test
  void time_of_extraction_is_kept_to_the_second() {
    Instant exact = Instant.parse("2026-01-24T12:00:00.987654321Z");

    assertThat(BARE.withExtractedAt(exact)).isEqualTo(BARE);
  }

  @Test
  void lists_are_copied() {
    List<Disk> disks = new ArrayList<>(List.of(disk(1).build()));
    HardwareInventory inventory = BARE.withDisks(disks);

    disks.clear();

    assertThat(inventory.disks()).containsExactly(disk(1).build());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> inventory.disks().clear());
  }

  @Test
  void memory_in_gibibytes_is_rounded_down() {
    Hardware almost = HARDWARE.withMemoryBytes(ByteSize.ofBytes((64L << 30) - 1));

    assertThat(almost.memoryGb()).isEqualTo(63);
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, true",
    "true, , true",
    "true, true, false",
    "false, false, false",
    ", , false",
    ", false, false"
  })
  void only_disks_known_to_be_internal_and_real_count(
      Boolean internal, Boolean virtual, boolean counts) {
    Disk disk = disk(5).build();
    disk = internal == null ? disk : disk.withInternal(internal);
    disk = virtual == null ? disk : disk.withVirtual(virtual);

    assertThat(disk.countsAsStorage()).isEqualTo(counts);
    assertThat(BARE.withDisks(disk).internalStorage().bytes()).isEqualTo(counts ? 5 : 0);
  }

  @Test
  void impossible_sizes_do_not_break_the_sum() {
    Disk enormous = disk(Long.MAX_VALUE).internal(true).build();

    assertThat(BARE.withDisks(enormous, enormous).internalStorage().bytes())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Provide
  Arbitrary<HardwareInventory> inventories() {
    return Inventories.any();
  }

  @Property(tries = 100)
  void equality_is_by_value(@ForAll("inventories") HardwareInventory inventory) {
    HardwareInventory copy = HardwareInventory.builder().from(inventory).build();

    assertThat(copy).isEqualTo(inventory).hasSameHashCodeAs(inventory);
    assertThat(inventory.withExtractedAt(Instant.EPOCH)).isNotEqualTo(inventory);
  }

  private static Disk.Builder disk(long bytes) {
    return Disk.builder().device("disk0").size(ByteSize.ofBytes(bytes));
  }
}
