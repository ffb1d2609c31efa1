package org.leafinventory.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The laws of the standard policy, over any inventory. */
class StandardTuningPolicyPropertyTest {

  private static final TuningPolicy POLICY = StandardTuningPolicy.standard();
  private static final Pattern BOUND = Pattern.compile("(>=|<) (\\d+ \\w+)");
  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "core",
          BigDecimal.ONE,
          "cores",
          BigDecimal.ONE,
          "bytes",
          BigDecimal.ONE,
          "GiB",
          BigDecimal.valueOf(1L << 30),
          "GB",
          BigDecimal.TEN.pow(9),
          "TB",
          BigDecimal.TEN.pow(12));

  @Provide
  Arbitrary<HardwareInventory> macs() {
    return Inventories.any();
  }

  @Property(tries = 300)
  void every_inventory_gets_every_value(@ForAll("macs") HardwareInventory mac) {
    assertThat(POLICY.decide(mac).values()).hasSize(9).doesNotContainValue(null);
  }

  @Property(tries = 200)
  void the_same_inventory_gets_the_same_profile(@ForAll("macs") HardwareInventory mac) {
    HardwareInventory equal = HardwareInventory.builder().from(mac).build();

    assertThat(StandardTuningPolicy.builder().build().decide(equal)).isEqualTo(POLICY.decide(mac));
  }

  @Property(tries = 200)
  void nothing_but_cores_memory_and_disks_matters(
      @ForAll("macs") HardwareInventory mac, @ForAll("macs") HardwareInventory other) {
    HardwareInventory disguised =
        HardwareInventory.builder()
            .from(other)
            .hardware(
                Hardware.builder()
                    .from(other.hardware())
                    .cpuCores(mac.hardware().cpuCores())
                    .memoryBytes(mac.hardware().memoryBytes())
                    .build())
            .disks(mac.disks())
            .build();

    assertThat(POLICY.decide(disguised)).isEqualTo(POLICY.decide(mac));
  }

  @Property(tries = 200)
  void disks_that_do_not_count_change_nothing(
      @ForAll("macs") HardwareInventory mac, @ForAll("macs") HardwareInventory other) {
    List<Disk> more = new ArrayList<>(mac.disks());
    other.disks().stream().map(disk -> disk.withInternal(false)).forEach(more::add);

    assertThat(POLICY.decide(mac.withDisks(more))).isEqualTo(POLICY.decide(mac));
  }

  @Property(tries = 200)
  void more_cores_never_mean_less(
      @ForAll("macs") HardwareInventory mac, @ForAll @IntRange(min = 1, max = 64) int cores) {
    Hardware grown =
        Hardware.builder().from(mac.hardware()).cpuCores(mac.hardware().cpuCores() + cores).build();

    assertNoValueShrinks(mac, mac.withHardware(grown));
  }

  @Property(tries = 200)
  void more_memory_never_means_less(
      @ForAll("macs") HardwareInventory mac,
      @ForAll @LongRange(min = 1, max = 1L << 40) long more) {
    ByteSize memory = mac.hardware().memoryBytes().plus(ByteSize.ofBytes(more));
    Hardware grown = Hardware.builder().from(mac.hardware()).memoryBytes(memory).build();

    assertNoValueShrinks(mac, mac.withHardware(grown));
  }

  @Property(tries = 200)
  void another_disk_never_means_less(
      @ForAll("macs") HardwareInventory mac, @ForAll("macs") HardwareInventory other) {
    List<Disk> more = new ArrayList<>(mac.disks());
    more.addAll(other.disks());

    assertNoValueShrinks(mac, mac.withDisks(more));
  }

  @Property(tries = 300)
  void each_reason_follows_from_its_own_words(@ForAll("macs") HardwareInventory mac) {
    TuningProfile profile = POLICY.decide(mac);

    for (Tuned<?> tuned : profile.values().values()) {
      assertThat(ruleHolds(tuned.reason())).as(tuned.reason().toString()).isTrue();
      assertThat(tuned.reason().policy()).isEqualTo("standard");
    }
    assertThat(profile.maxConcurrency().value())
        .isEqualToIgnoringCase(profile.maxConcurrency().reason().tier().name());
  }

  @Property(tries = 200)
  void the_tier_of_a_reason_alone_gives_the_value(@ForAll("macs") HardwareInventory mac) {
    TuningProfile profile = POLICY.decide(mac);
    Tier cores = profile.maxConnections().reason().tier();
    Tier memory = profile.maxPending().reason().tier();
    Tier storage = profile.jetstreamMaxFile().reason().tier();

    assertThat(profile.maxConnections().value()).isEqualTo(pick(cores, 1000, 5000, 10_000));
    assertThat(profile.nixMaxJobs().value()).isEqualTo(pick(cores, 4, 8, 16));
    assertThat(profile.memoryPressurePercent().value()).isEqualTo(pick(memory, 80, 85, 90));
    assertThat(profile.jetstreamMaxMemory().value().wholeGibibytes())
        .isEqualTo(pick(memory, 4, 8, 16));
    assertThat(profile.jetstreamMaxFile().value().wholeGibibytes())
        .isEqualTo(pick(storage, 100, 200, 500));
    assertThat(profile.backupRetentionDays().value()).isEqualTo(pick(storage, 14, 30, 90));
    assertThat(profile.prometheusRetentionDays().value()).isEqualTo(pick(storage, 7, 30, 90));
  }

  @Property(tries = 100)
  void adjustment_that_changes_nothing_is_no_adjustment(@ForAll("macs") HardwareInventory mac) {
    TuningPolicy same = POLICY.andThen((inventory, profile) -> profile);

    assertThat(same.decide(mac)).isEqualTo(POLICY.decide(mac));
  }

  private static int pick(Tier tier, int low, int medium, int high) {
    return switch (tier) {
      case LOW -> low;
      case MEDIUM -> medium;
      case HIGH -> high;
    };
  }

  /** Reads the reason as a person would: what was seen, held against the bounds of the rule. */
  private static boolean ruleHolds(Reason reason) {
    BigDecimal observed = amount(reason.observed());
    Matcher bound = BOUND.matcher(reason.rule());
    boolean holds = bound.find();
    for (boolean more = holds; more; more = bound.find()) {
      int order = observed.compareTo(amount(bound.group(2)));
      holds &= bound.group(1).equals("<") ? order < 0 : order >= 0;
    }
    return holds;
  }

  private static BigDecimal amount(String text) {
    String[] parts = text.split(" ");
    return new BigDecimal(parts[0]).multiply(Objects.requireNonNull(UNITS.get(parts[1])));
  }

  private static void assertNoValueShrinks(HardwareInventory less, HardwareInventory more) {
    Map<String, Tuned<?>> before = POLICY.decide(less).values();
    Map<String, Tuned<?>> after = POLICY.decide(more).values();

    before.forEach((name, tuned) -> assertNotLess(tuned, Objects.requireNonNull(after.get(name))));
  }

  private static void assertNotLess(Tuned<?> before, Tuned<?> after) {
    assertThat(after.reason().tier()).isGreaterThanOrEqualTo(before.reason().tier());
    assertThat(number(after)).isGreaterThanOrEqualTo(number(before));
  }

  private static long number(Tuned<?> tuned) {
    if (tuned.value() instanceof ByteSize size) {
      return size.bytes();
    }
    return tuned.value() instanceof Integer value ? value : pick(tuned.reason().tier(), 1, 2, 3);
  }
}
