package org.leafinventory.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningProfile;

class StandardTuningPolicyBuilderTest {

  private static final ByteSize GIB = ByteSize.ofGibibytes(1);

  @Test
  void thresholds_are_replaced_and_named_in_the_reason() {
    StandardTuningPolicy policy =
        StandardTuningPolicy.builder()
            .name("lab")
            .coreThresholds(4, 24)
            .memoryThresholds(ByteSize.ofGibibytes(16), ByteSize.ofMebibytes(24_000))
            .storageThresholds(ByteSize.ofGigabytes(250), ByteSize.ofGigabytes(500))
            .build();

    TuningProfile profile = policy.decide(Macs.MAC);

    assertThat(profile.nixMaxJobs().reason())
        .hasToString("hardware.cpu_cores is 8 cores, >= 4 cores and < 24 cores: medium (lab)");
    assertThat(profile.maxPending().reason())
        .hasToString("hardware.memory_bytes is 32 GiB, >= 25165824000 bytes: high (lab)");
    assertThat(profile.jetstreamMaxFile().reason())
        .hasToString("internal storage is 500 GB, >= 500 GB: high (lab)");
    assertThat(policy).hasToString("lab");
  }

  @Test
  void values_of_one_tier_are_replaced_and_the_others_stay() {
    StandardTuningPolicy policy =
        StandardTuningPolicy.builder()
            .cores(Tier.MEDIUM, new CoreTuning("steady", 7, 3))
            .memory(Tier.MEDIUM, new MemoryTuning(GIB, 70, ByteSize.ofMebibytes(64)))
            .storage(Tier.MEDIUM, new StorageTuning(GIB, 3, 2))
            .build();

    TuningProfile profile = policy.decide(Macs.MAC);

    assertThat(profile.values().values().stream().map(tuned -> (Object) tuned.value()))
        .containsExactly("steady", 7, 3, GIB, ByteSize.ofMebibytes(64), 70, GIB, 3, 2);
    assertThat(policy.decide(Macs.withCores(16)).nixMaxJobs().value()).isEqualTo(16);
    assertThat(policy.decide(Macs.withCores(1)).nixMaxJobs().value()).isEqualTo(4);
  }

  @Test
  void policies_that_were_built_do_not_change() {
    StandardTuningPolicy.Builder builder = StandardTuningPolicy.builder();
    StandardTuningPolicy before = builder.build();

    StandardTuningPolicy after = builder.coreThresholds(2, 3).build();

    assertThat(before.decide(Macs.MAC)).isEqualTo(StandardTuningPolicy.standard().decide(Macs.MAC));
    assertThat(after.decide(Macs.MAC).nixMaxJobs().value()).isEqualTo(16);
    assertThat(after.toBuilder().build().decide(Macs.MAC)).isEqualTo(after.decide(Macs.MAC));
  }

  static Stream<Arguments> impossible() {
    StandardTuningPolicy.Builder builder = StandardTuningPolicy.builder();
    return Stream.of(
        refused(
            "hardware.cpu_cores: the high threshold must be above the medium one: 8 cores is not"
                + " above 8 cores",
            () -> builder.coreThresholds(8, 8)),
        refused(
            "the medium threshold of cores must be at least 1: 0",
            () -> builder.coreThresholds(0, 8)),
        refused(
            "hardware.memory_bytes: the high threshold must be above the medium one: 1 GiB is not"
                + " above 32 GiB",
            () -> builder.memoryThresholds(ByteSize.ofGibibytes(32), GIB)),
        refused(
            "the medium threshold of memory must be more than 0 bytes",
            () -> builder.memoryThresholds(ByteSize.ZERO, GIB)),
        refused(
            "internal storage: the high threshold must be above the medium one: 500 GB is not"
                + " above 1 TB",
            () -> builder.storageThresholds(ByteSize.ofGigabytes(1000), ByteSize.ofGigabytes(500))),
        refused(
            "the medium threshold of storage must be more than 0 bytes",
            () -> builder.storageThresholds(ByteSize.ZERO, GIB)),
        refused("a policy must have a name", () -> builder.name(" ")),
        refused("maxConcurrency must be a word", () -> new CoreTuning("", 1, 1)),
        refused("maxConnections must be at least 1: 0", () -> new CoreTuning("x", 0, 1)),
        refused("nixMaxJobs must be at least 1: -1", () -> new CoreTuning("x", 1, -1)),
        refused(
            "jetstreamMaxMemory must be more than 0 bytes",
            () -> new MemoryTuning(ByteSize.ZERO, 80, GIB)),
        refused(
            "memoryPressurePercent must be from 1 to 100: 101",
            () -> new MemoryTuning(GIB, 101, GIB)),
        refused(
            "maxPending must be more than 0 bytes", () -> new MemoryTuning(GIB, 80, ByteSize.ZERO)),
        refused(
            "jetstreamMaxFile must be more than 0 bytes",
            () -> new StorageTuning(ByteSize.ZERO, 1, 1)),
        refused("backupRetentionDays must be at least 1: 0", () -> new StorageTuning(GIB, 0, 1)),
        refused(
            "prometheusRetentionDays must be at least 1: 0", () -> new StorageTuning(GIB, 1, 0)));
  }

  private static Arguments refused(String message, Supplier<Object> attempt) {
    return Arguments.of(message, attempt);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("impossible")
  void what_makes_no_sense_is_refused(String message, Supplier<Object> attempt) {
    assertThatIllegalArgumentException().isThrownBy(attempt::get).withMessage(message);
  }
}
