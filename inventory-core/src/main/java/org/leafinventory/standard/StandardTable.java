package org.leafinventory.standard;

import static org.leafinventory.model.ByteSize.ofGibibytes;
import static org.leafinventory.model.ByteSize.ofGigabytes;
import static org.leafinventory.model.ByteSize.ofMebibytes;
import static org.leafinventory.policy.Tier.HIGH;
import static org.leafinventory.policy.Tier.LOW;
import static org.leafinventory.policy.Tier.MEDIUM;

import java.util.Map;
import org.leafinventory.model.ByteSize;

/** The numbers of the standard policy. */
final class StandardTable {

  static final Scale<Integer, CoreTuning> CORES =
      Scale.of(
          "hardware.cpu_cores",
          Amounts::cores,
          8,
          16,
          Map.of(
              HIGH, new CoreTuning("high", 10_000, 16),
              MEDIUM, new CoreTuning("medium", 5_000, 8),
              LOW, new CoreTuning("low", 1_000, 4)));

  static final Scale<ByteSize, MemoryTuning> MEMORY =
      Scale.of(
          "hardware.memory_bytes",
          Amounts::memory,
          ofGibibytes(32),
          ofGibibytes(64),
          Map.of(
              HIGH, new MemoryTuning(ofGibibytes(16), 90, ofGibibytes(2)),
              MEDIUM, new MemoryTuning(ofGibibytes(8), 85, ofGibibytes(1)),
              LOW, new MemoryTuning(ofGibibytes(4), 80, ofMebibytes(512))));

  static final Scale<ByteSize, StorageTuning> STORAGE =
      Scale.of(
          "internal storage",
          Amounts::storage,
          ofGigabytes(500),
          ofGigabytes(1000),
          Map.of(
              HIGH, new StorageTuning(ofGibibytes(500), 90, 90),
              MEDIUM, new StorageTuning(ofGibibytes(200), 30, 30),
              LOW, new StorageTuning(ofGibibytes(100), 14, 7)));

  private StandardTable() {}
}
