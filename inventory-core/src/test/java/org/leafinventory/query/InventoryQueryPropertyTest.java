package org.leafinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.IssueKind;
import org.leafinventory.policy.Tier;
import org.leafinventory.query.InventoryQuery.Direction;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.arbitrary.Inventories;

/** The laws of questions, over any fleet. */
class InventoryQueryPropertyTest {

  @Provide
  Arbitrary<List<HardwareInventory>> fleets() {
    return Inventories.realistic().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Arbitraries.of(
        Conditions.memoryAtLeast(ByteSize.ofGibibytes(32)),
        Conditions.coresAtLeast(10),
        Conditions.storageAtLeast(ByteSize.ofGigabytes(500)),
        Conditions.model("studio"),
        Conditions.macos(VersionRange.parse(">=14,<16")),
        Conditions.tier(StandardTuningPolicy.standard(), TierDimension.CORES, Tier.HIGH),
        Conditions.hasIssue(),
        Conditions.hasIssueIn("disks"),
        Conditions.hasIssue(IssueKind.TIMED_OUT),
        Conditions.notSeenSince(Instant.parse("2020-01-01T00:00:00Z")),
        Conditions.architecture(Architecture.ARM64),
        Conditions.virtualMachine(true));
  }

  @Property(tries = 200)
  void and_is_intersection_or_is_union_and_not_is_complement(
      @ForAll("fleets") List<HardwareInventory> fleet,
      @ForAll("conditions") Condition one,
      @ForAll("conditions") Condition other) {
    Set<HardwareInventory> both = new HashSet<>(found(fleet, one));
    both.retainAll(found(fleet, other));
    Set<HardwareInventory> either = new HashSet<>(found(fleet, one));
    either.addAll(found(fleet, other));
    Set<HardwareInventory> rest = new HashSet<>(fleet);
    rest.removeAll(found(fleet, one));

    assertThat(new HashSet<>(found(fleet, one.and(other)))).isEqualTo(both);
    assertThat(new HashSet<>(found(fleet, one.or(other)))).isEqualTo(either);
    assertThat(new HashSet<>(found(fleet, one.negate()))).isEqualTo(rest);
    assertThat(InventoryQuery.all().where(one).where(other).over(fleet.stream()))
        .containsExactlyElementsOf(found(fleet, one.and(other)));
  }

  @Property(tries = 200)
  void sorting_keeps_everything_and_the_order_of_equals(
      @ForAll("fleets") List<HardwareInventory> fleet,
      @ForAll InventoryField field,
      @ForAll Direction direction) {
    List<HardwareInventory> sorted =
        InventoryQuery.all().sortedBy(field, direction).over(fleet.stream()).toList();

    assertThat(sorted).containsExactlyInAnyOrderElementsOf(fleet);
    List<HardwareInventory> twice =
        InventoryQuery.all().sortedBy(field, direction).over(sorted.stream()).toList();
    assertThat(twice).isEqualTo(sorted);
    for (Object value : new HashSet<>(sorted.stream().map(field::of).toList())) {
      assertThat(sorted.stream().filter(it -> field.of(it).equals(value)))
          .containsExactlyElementsOf(
              fleet.stream().filter(it -> field.of(it).equals(value)).toList());
    }
    List<Boolean> unknown = sorted.stream().map(it -> field.of(it).isEmpty()).toList();
    assertThat(unknown).isSorted();
  }

  @Property(tries = 100)
  void a_limit_takes_the_first_of_all(
      @ForAll("fleets") List<HardwareInventory> fleet,
      @ForAll("conditions") Condition condition,
      @ForAll @IntRange(max = 10) int limit) {
    InventoryQuery query =
        InventoryQuery.all()
            .where(condition)
            .sortedBy(InventoryField.MEMORY, Direction.DESCENDING)
            .sortedBy(InventoryField.HOST, Direction.ASCENDING);
    List<HardwareInventory> all = query.over(fleet.stream()).toList();

    assertThat(query.limit(limit).over(fleet.stream()))
        .containsExactlyElementsOf(all.subList(0, Math.min(limit, all.size())));
  }

  @Property(tries = 100)
  void a_projection_has_what_is_known(@ForAll("fleets") List<HardwareInventory> fleet) {
    List<InventoryField> fields = Arrays.asList(InventoryField.values());
    List<HardwareInventory> all = new ArrayList<>(fleet);

    assertThat(InventoryQuery.all().select(fleet.stream(), fields))
        .hasSameSizeAs(all)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsKeys(
                        InventoryField.HOST, InventoryField.CORES, InventoryField.ASKED_AT));
  }

  @Property(tries = 100)
  void another_policy_changes_a_tier_where_its_threshold_is_crossed(
      @ForAll("fleets") List<HardwareInventory> fleet) {
    StandardTuningPolicy before = StandardTuningPolicy.standard();
    StandardTuningPolicy after =
        StandardTuningPolicy.builder().coreThresholds(10, 20).name("other").build();

    for (HardwareInventory mac : fleet) {
      int cores = mac.hardware().cpuCores();
      boolean crossed = (cores >= 8 && cores < 10) || (cores >= 16 && cores < 20);
      assertThat(TierChange.between(before, after, mac))
          .hasSize(crossed ? 1 : 0)
          .allMatch(change -> change.dimension() == TierDimension.CORES)
          .allMatch(change -> change.after().policy().equals("other"));
      assertThat(TierChange.between(before, before, mac)).isEmpty();
    }
  }

  private static List<HardwareInventory> found(List<HardwareInventory> fleet, Condition condition) {
    return InventoryQuery.all().where(condition).over(fleet.stream()).toList();
  }
}
