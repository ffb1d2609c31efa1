package org.leafinventory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.testkit.arbitrary.Inventories;

/**
 * The contract of {@link TuningPolicy}, to inherit by the test of an implementation.
 *
 * <pre>{@code
 * class MyPolicyContractTest extends TuningPolicyContract {
 *
 *   @Override
 *   protected TuningPolicy policy() {
 *     return new MyPolicy();
 *   }
 *
 *   @Override
 *   protected Set<Resource> growsWith() {
 *     return Set.of(Resource.CORES, Resource.MEMORY);
 *   }
 * }
 * }</pre>
 *
 * <p>These are properties of jqwik: set-up methods, extensions and {@code @TempDir} of JUnit
 * Jupiter do not reach them, and a policy has no use for these. A subclass may have tests of both
 * kinds.
 */
public abstract class TuningPolicyContract {

  /** Something that a Mac has more or less of. */
  public enum Resource {
    /** Physical cores. */
    CORES,
    /** Main memory. */
    MEMORY,
    /** Internal disks that are not virtual. */
    STORAGE
  }

  private static final int TRIES = 100;

  /** For subclasses. */
  protected TuningPolicyContract() {}

  /** The policy under test, made anew or the same one. */
  protected abstract TuningPolicy policy();

  /**
   * Of which resources the policy promises that more of it never makes a value smaller or its tier
   * lower; none by default.
   */
  protected Set<Resource> growsWith() {
    return Set.of();
  }

  /** The Macs that the policy is tested with; {@link Inventories#any()} by default. */
  protected Arbitrary<HardwareInventory> macs() {
    return Inventories.any();
  }

  @Provide
  Arbitrary<HardwareInventory> contractMacs() {
    return macs();
  }

  @Property(tries = TRIES)
  void t1_every_mac_gets_every_value(@ForAll("contractMacs") HardwareInventory mac) {
    TuningProfile profile = policy().decide(mac);

    assertThat(profile).as("t1: the profile").isNotNull();
    assertThat(profile.values()).as("t1: the values").doesNotContainValue(null);
    profile
        .values()
        .forEach((name, tuned) -> assertThat(tuned.value()).as("t1: %s", name).isNotNull());
  }

  @Property(tries = TRIES)
  void t2_equal_macs_get_equal_profiles(@ForAll("contractMacs") HardwareInventory mac) {
    HardwareInventory equal = HardwareInventory.builder().from(mac).build();
    TuningProfile first = policy().decide(mac);

    assertThat(policy().decide(mac)).as("t2: the profile when asked again").isEqualTo(first);
    assertThat(policy().decide(equal)).as("t2: the profile of an equal Mac").isEqualTo(first);
  }

  @Property(tries = 20)
  void t3_several_threads_at_once_get_the_same(@ForAll("contractMacs") HardwareInventory mac) {
    TuningPolicy policy = policy();

    List<TuningProfile> profiles = Parallel.run(thread -> policy.decide(mac));

    assertThat(new HashSet<>(profiles))
        .as("t3: the different profiles that %d threads got", Parallel.THREADS)
        .hasSize(1);
  }

  @Property(tries = TRIES)
  void t4_values_are_within_their_ranges(@ForAll("contractMacs") HardwareInventory mac) {
    TuningProfile profile = policy().decide(mac);

    assertThat(profile.maxConcurrency().value()).as("t4: max_concurrency").isNotBlank();
    requireAtLeastOne("max_connections", profile.maxConnections());
    requireAtLeastOne("nix_max_jobs", profile.nixMaxJobs());
    requireAtLeastOne("backup_retention_days", profile.backupRetentionDays());
    requireAtLeastOne("prometheus_retention_days", profile.prometheusRetentionDays());
    assertThat(profile.memoryPressurePercent().value())
        .as("t4: memory_pressure_percent")
        .isBetween(1, 100);
  }

  private static void requireAtLeastOne(String name, Tuned<Integer> tuned) {
    assertThat(tuned.value()).as("t4: %s", name).isGreaterThanOrEqualTo(1);
  }

  @Property(tries = TRIES)
  void t5_every_value_has_a_whole_reason_on_one_line(
      @ForAll("contractMacs") HardwareInventory mac) {
    policy().decide(mac).values().forEach((name, tuned) -> requireWhole(name, tuned.reason()));
  }

  private static void requireWhole(String name, Reason reason) {
    assertThat(reason).as("t5: the reason of %s", name).isNotNull();
    assertThat(List.of(reason.fact(), reason.observed(), reason.rule(), reason.policy()))
        .as("t5: fact, observation, rule and policy of the reason of %s", name)
        .allSatisfy(part -> assertThat(part).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
    assertThat(reason.tier()).as("t5: the tier of the reason of %s", name).isNotNull();
  }

  @Property(tries = TRIES)
  void t6_what_a_reason_observed_is_so(@ForAll("contractMacs") HardwareInventory mac) {
    reasons(mac)
        .forEach(
            reason ->
                assertThat(new Claim(reason).isTrueOf(mac))
                    .as("t6: whether this Mac has what the reason says: %s", reason)
                    .isTrue());
  }

  @Property(tries = TRIES)
  void t7_the_rule_of_a_reason_holds_for_what_it_observed(
      @ForAll("contractMacs") HardwareInventory mac) {
    reasons(mac)
        .forEach(
            reason ->
                assertThat(new Claim(reason).ruleHolds())
                    .as("t7: whether the rule applies to what was observed: %s", reason)
                    .isTrue());
  }

  /** The other Mac is given what policies usually look at, so that their reasons meet. */
  @Property(tries = TRIES)
  void t8_equal_reasons_lead_to_equal_values(
      @ForAll("contractMacs") HardwareInventory mac,
      @ForAll("contractMacs") HardwareInventory other) {
    Map<String, Tuned<?>> values = policy().decide(mac).values();
    List<HardwareInventory> others =
        List.of(other, other.withHardware(mac.hardware()).withDisks(mac.disks()));

    for (HardwareInventory second : others) {
      policy()
          .decide(second)
          .values()
          .forEach(
              (name, tuned) -> {
                Tuned<?> first = Objects.requireNonNull(values.get(name));
                if (tuned.reason().equals(first.reason())) {
                  assertThat((Object) tuned.value())
                      .as("t8: %s of two Macs for the one reason: %s", name, tuned.reason())
                      .isEqualTo(first.value());
                }
              });
    }
  }

  @Property(tries = TRIES)
  void t9_more_cores_never_mean_less(
      @ForAll("contractMacs") HardwareInventory mac,
      @ForAll @IntRange(min = 1, max = 64) int more) {
    Hardware hardware = mac.hardware();
    requireNothingShrinks(
        "t9",
        Resource.CORES,
        mac,
        mac.withHardware(
            Hardware.builder().from(hardware).cpuCores(hardware.cpuCores() + more).build()));
  }

  @Property(tries = TRIES)
  void t10_more_memory_never_means_less(
      @ForAll("contractMacs") HardwareInventory mac,
      @ForAll @LongRange(min = 1, max = 1L << 40) long more) {
    ByteSize memory = mac.hardware().memoryBytes().plus(ByteSize.ofBytes(more));
    requireNothingShrinks(
        "t10",
        Resource.MEMORY,
        mac,
        mac.withHardware(Hardware.builder().from(mac.hardware()).memoryBytes(memory).build()));
  }

  @Property(tries = TRIES)
  void t11_one_more_disk_never_means_less(
      @ForAll("contractMacs") HardwareInventory mac, @ForAll Disk disk) {
    List<Disk> disks =
        Stream.concat(mac.disks().stream(), Stream.of(disk.withInternal(true).withVirtual(false)))
            .toList();
    requireNothingShrinks("t11", Resource.STORAGE, mac, mac.withDisks(disks));
  }

  private void requireNothingShrinks(
      String rule, Resource resource, HardwareInventory less, HardwareInventory more) {
    if (!growsWith().contains(resource)) {
      return;
    }
    Map<String, Tuned<?>> after = policy().decide(more).values();
    policy()
        .decide(less)
        .values()
        .forEach(
            (name, before) ->
                assertThat(isLess(Objects.requireNonNull(after.get(name)), before))
                    .as(
                        "%s: whether %s is less with more %s: %s, before %s",
                        rule, name, resource, after.get(name), before)
                    .isFalse());
  }

  private static boolean isLess(Tuned<?> after, Tuned<?> before) {
    if (after.reason().tier().compareTo(before.reason().tier()) < 0) {
      return true;
    }
    if (after.value() instanceof ByteSize size && before.value() instanceof ByteSize size0) {
      return size.compareTo(size0) < 0;
    }
    return after.value() instanceof Integer number
        && before.value() instanceof Integer number0
        && number < number0;
  }

  private Stream<Reason> reasons(HardwareInventory mac) {
    return policy().decide(mac).values().values().stream().map(Tuned::reason).distinct();
  }
}
