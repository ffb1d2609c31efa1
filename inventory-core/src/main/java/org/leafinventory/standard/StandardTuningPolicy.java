package org.leafinventory.standard;

import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;

/**
 * The policy that the library comes with: cores, main memory and own storage each put a machine in
 * a tier, and each tier has its values.
 *
 * <pre>
 *             high                     medium                  low
 * cores       16 or more               8 to 15                 fewer
 *             "high", 10000 conn.,     "medium", 5000 conn.,   "low", 1000 conn.,
 *             16 Nix jobs              8 Nix jobs              4 Nix jobs
 * memory      64 GiB or more           32 GiB to below 64      less
 *             JetStream 16 GiB,        8 GiB,                  4 GiB,
 *             pressure at 90 %,        85 %,                   80 %,
 *             2 GiB pending            1 GiB pending           512 MiB pending
 * storage     1 TB or more             500 GB to below 1 TB    less
 *             JetStream 500 GiB,       200 GiB,                100 GiB,
 *             backups 90 days,         30 days,                14 days,
 *             Prometheus 90 days       30 days                 7 days
 * </pre>
 *
 * <p>Memory is counted in binary units, storage in the decimal ones that disks are sold in. Storage
 * is {@link HardwareInventory#internalStorage()}: external and virtual disks never count. Each
 * value carries its reason.
 *
 * <p>Thresholds and values are replaced with {@link #builder()}; rules of another kind are laid
 * over with {@link #andThen}. Immutable, thread-safe, and a pure function of the inventory.
 */
public final class StandardTuningPolicy implements TuningPolicy {

  private static final StandardTuningPolicy STANDARD = builder().build();

  private final String name;
  private final Scale<Integer, CoreTuning> cores;
  private final Scale<ByteSize, MemoryTuning> memory;
  private final Scale<ByteSize, StorageTuning> storage;

  private StandardTuningPolicy(Builder builder) {
    this.name = builder.name;
    this.cores = builder.cores;
    this.memory = builder.memory;
    this.storage = builder.storage;
  }

  /** The policy with the table above, named {@code standard}. */
  public static StandardTuningPolicy standard() {
    return STANDARD;
  }

  /** A builder that holds the table above. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that holds what this policy holds. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.name = name;
    builder.cores = cores;
    builder.memory = memory;
    builder.storage = storage;
    return builder;
  }

  @Override
  public TuningProfile decide(HardwareInventory inventory) {
    var byCores = cores.decide(inventory.hardware().cpuCores(), name);
    var byMemory = memory.decide(inventory.hardware().memoryBytes(), name);
    var byStorage = storage.decide(inventory.internalStorage(), name);
    return TuningProfile.builder()
        .maxConcurrency(byCores.tuned(CoreTuning::maxConcurrency))
        .maxConnections(byCores.tuned(CoreTuning::maxConnections))
        .nixMaxJobs(byCores.tuned(CoreTuning::nixMaxJobs))
        .jetstreamMaxMemory(byMemory.tuned(MemoryTuning::jetstreamMaxMemory))
        .maxPending(byMemory.tuned(MemoryTuning::maxPending))
        .memoryPressurePercent(byMemory.tuned(MemoryTuning::memoryPressurePercent))
        .jetstreamMaxFile(byStorage.tuned(StorageTuning::jetstreamMaxFile))
        .backupRetentionDays(byStorage.tuned(StorageTuning::backupRetentionDays))
        .prometheusRetentionDays(byStorage.tuned(StorageTuning::prometheusRetentionDays))
        .build();
  }

  /** The name of the policy. */
  @Override
  public String toString() {
    return name;
  }

  /**
   * Builds a {@link StandardTuningPolicy}; not thread-safe, reusable after {@link #build()}.
   *
   * <p>Defaults: the table of {@link StandardTuningPolicy}, the name {@code standard}.
   */
  public static final class Builder {

    private String name = "standard";
    private Scale<Integer, CoreTuning> cores = StandardTable.CORES;
    private Scale<ByteSize, MemoryTuning> memory = StandardTable.MEMORY;
    private Scale<ByteSize, StorageTuning> storage = StandardTable.STORAGE;

    private Builder() {}

    /**
     * The name that reasons give the policy.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Builder name(String newName) {
      if (newName.isBlank()) {
        throw new IllegalArgumentException("a policy must have a name");
      }
      name = newName;
      return this;
    }

    /**
     * The number of cores from which a machine is medium, and from which it is high.
     *
     * @throws IllegalArgumentException if {@code medium} is less than 1 or {@code high} not above
     *     it
     */
    public Builder coreThresholds(int medium, int high) {
      Checks.atLeastOne("the medium threshold of cores", medium);
      cores = cores.withThresholds(medium, high);
      return this;
    }

    /**
     * The main memory from which a machine is medium, and from which it is high.
     *
     * @throws IllegalArgumentException if {@code medium} is nothing or {@code high} not above it
     */
    public Builder memoryThresholds(ByteSize medium, ByteSize high) {
      Checks.moreThanNothing("the medium threshold of memory", medium);
      memory = memory.withThresholds(medium, high);
      return this;
    }

    /**
     * The own storage from which a machine is medium, and from which it is high.
     *
     * @throws IllegalArgumentException if {@code medium} is nothing or {@code high} not above it
     */
    public Builder storageThresholds(ByteSize medium, ByteSize high) {
      Checks.moreThanNothing("the medium threshold of storage", medium);
      storage = storage.withThresholds(medium, high);
      return this;
    }

    /** What follows from the number of cores of this tier. */
    public Builder cores(Tier tier, CoreTuning tuning) {
      cores = cores.withValue(tier, tuning);
      return this;
    }

    /** What follows from the main memory of this tier. */
    public Builder memory(Tier tier, MemoryTuning tuning) {
      memory = memory.withValue(tier, tuning);
      return this;
    }

    /** What follows from the own storage of this tier. */
    public Builder storage(Tier tier, StorageTuning tuning) {
      storage = storage.withValue(tier, tuning);
      return this;
    }

    /** The policy. */
    public StandardTuningPolicy build() {
      return new StandardTuningPolicy(this);
    }
  }
}
