package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.drift.CompleteMac.MAC;

import org.junit.jupiter.api.Test;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.standard.StandardTuningPolicy;

class InventoryDiffTuningTest {

  private static final TuningPolicy POLICY = StandardTuningPolicy.standard();

  @Test
  void values_that_change_are_listed_with_their_reasons() {
    HardwareInventory smaller = MAC.withHardware(MAC.hardware().withCpuCores(8));
    InventoryDiff diff = InventoryDiff.between(MAC, smaller);

    assertThat(diff.changesTuning(POLICY)).isTrue();
    assertThat(diff.tuningChanges(POLICY))
        .hasToString(
            "[max_concurrency: high -> medium, max_connections: 10000 -> 5000,"
                + " nix_max_jobs: 16 -> 8]");
    assertThat(diff.tuningChanges(POLICY).get(0).after())
        .isEqualTo(POLICY.decide(smaller).maxConcurrency());
  }

  @Test
  void another_reason_for_the_same_values_is_no_change() {
    HardwareInventory other =
        MAC.withHardware(
            MAC.hardware().withCpuCores(20).withMemoryBytes(ByteSize.ofGibibytes(128)));
    InventoryDiff diff = InventoryDiff.between(MAC, other);

    assertThat(POLICY.decide(MAC)).isNotEqualTo(POLICY.decide(other));
    assertThat(diff.isEmpty()).isFalse();
    assertThat(diff.changesTuning(POLICY)).isFalse();
    assertThat(diff.tuningChanges(POLICY)).isEmpty();
  }

  @Test
  void an_external_disk_changes_no_tuning_and_a_built_in_one_does() {
    Disk second = MAC.disks().get(0).withDevice("disk9").withInternal(false);
    HardwareInventory small = MAC.withDisks(MAC.disks().get(0).withSize(ByteSize.ofGigabytes(250)));

    assertThat(
            InventoryDiff.between(MAC, MAC.withDisks(MAC.disks().get(0), second))
                .changesTuning(POLICY))
        .isFalse();
    assertThat(InventoryDiff.between(small, MAC).tuningChanges(POLICY))
        .extracting(TuningChange::name)
        .containsExactly(
            "jetstream_max_file", "backup_retention_days", "prometheus_retention_days");
  }
}
