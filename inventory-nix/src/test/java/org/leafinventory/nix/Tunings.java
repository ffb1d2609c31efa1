package org.leafinventory.nix;

import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/** A tuning to write: what the standard policy says of a large machine. */
final class Tunings {

  private Tunings() {}

  static TuningProfile large() {
    return TuningProfile.builder()
        .maxConcurrency(tuned("high"))
        .maxConnections(tuned(10_000))
        .nixMaxJobs(tuned(16))
        .jetstreamMaxMemory(tuned(ByteSize.ofGibibytes(16)))
        .maxPending(tuned(ByteSize.ofGibibytes(2)))
        .memoryPressurePercent(tuned(90))
        .jetstreamMaxFile(tuned(ByteSize.ofGibibytes(500)))
        .backupRetentionDays(tuned(90))
        .prometheusRetentionDays(tuned(90))
        .build();
  }

  private static <T> Tuned<T> tuned(T value) {
    return new Tuned<>(value, new Reason("fact", "observed", "rule", Tier.HIGH, "test"));
  }
}
