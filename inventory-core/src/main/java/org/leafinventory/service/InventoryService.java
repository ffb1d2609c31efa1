package org.leafinventory.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;

/**
 * The main job, end to end: asks a machine, decides its tuning, keeps the inventory, writes what
 * follows from it, and tells the world.
 *
 * <p>Immutable; safe to share between threads if its parts are, as their contracts demand.
 */
public final class InventoryService {

  private final Collector collector;
  private final TuningPolicy policy;
  private final Optional<InventoryStore> store;
  private final List<InventoryExporter> exporters;
  private final List<EventSink> sinks;
  private final Clock clock;
  private final Supplier<UUID> ids;

  private InventoryService(Builder builder) {
    this.collector =
        Objects.requireNonNull(builder.collector, "an InventoryService needs a collector");
    this.policy = builder.policy;
    this.store = Optional.ofNullable(builder.store);
    this.exporters = List.copyOf(builder.exporters);
    this.sinks = List.copyOf(builder.sinks);
    this.clock = builder.clock;
    this.ids = builder.ids;
  }

  /** A builder; only the collector is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Asks {@code target}, keeps and writes what it says, and emits {@code
   * inventory.extraction.started}, {@code inventory.hardware.discovered} and {@code
   * inventory.extraction.completed}; or {@code inventory.extraction.failed}, before the failure is
   * thrown. What was asked is kept even if a later step fails.
   *
   * @throws org.leafinventory.collect.CollectionException if no inventory could be had
   * @throws org.leafinventory.store.StoreException if it could not be kept
   * @throws org.leafinventory.export.ExportException if what follows from it could not be written
   * @throws org.leafinventory.event.EventSinkException if an event could not be taken
   */
  public Extraction extract(Target target) {
    EventChain events = new EventChain(sinks, clock, ids, target.toString());
    events.emit(EventType.EXTRACTION_STARTED, EventData.started(target));
    try {
      return extract(target, events);
    } catch (RuntimeException failure) {
      tellFailure(events, target, failure);
      throw failure;
    }
  }

  private Extraction extract(Target target, EventChain events) {
    HardwareInventory inventory = collector.collect(target);
    events.isAbout(inventory.hostName().value());
    events.emit(EventType.HARDWARE_DISCOVERED, EventData.discovered(target, inventory));
    Optional<Snapshot> snapshot = store.map(it -> it.save(inventory));
    TuningProfile tuning = policy.decide(inventory);
    List<ExportedFile> exports = new ArrayList<>();
    exporters.forEach(exporter -> exports.addAll(exporter.export(inventory, tuning)));
    Extraction extraction =
        new Extraction(inventory, tuning, snapshot, exports, events.correlationId());
    events.emit(EventType.EXTRACTION_COMPLETED, EventData.completed(target, extraction));
    return extraction;
  }

  private static void tellFailure(EventChain events, Target target, RuntimeException failure) {
    try {
      events.emit(EventType.EXTRACTION_FAILED, EventData.failed(target, failure));
    } catch (RuntimeException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  /**
   * Builds an {@link InventoryService}; not thread-safe.
   *
   * <ul>
   *   <li>policy: {@link StandardTuningPolicy#standard()}
   *   <li>store: none, nothing is kept
   *   <li>exporters and sinks: none
   *   <li>clock: the system's, in UTC; ids: random UUIDs
   * </ul>
   */
  public static final class Builder {

    private @Nullable Collector collector;
    private TuningPolicy policy = StandardTuningPolicy.standard();
    private @Nullable InventoryStore store;
    private final List<InventoryExporter> exporters = new ArrayList<>();
    private final List<EventSink> sinks = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Supplier<UUID> ids = UUID::randomUUID;

    private Builder() {}

    /** Who asks machines. Required. */
    public Builder collector(Collector newCollector) {
      collector = newCollector;
      return this;
    }

    /** Who decides the tuning. */
    public Builder policy(TuningPolicy newPolicy) {
      policy = newPolicy;
      return this;
    }

    /** Where inventories are kept. */
    public Builder store(InventoryStore newStore) {
      store = newStore;
      return this;
    }

    /** Someone who writes what follows from an inventory; called in the order added. */
    public Builder exporter(InventoryExporter exporter) {
      exporters.add(exporter);
      return this;
    }

    /** Someone who takes the events; called in the order added. */
    public Builder sink(EventSink sink) {
      sinks.add(sink);
      return this;
    }

    /** Tells when things happen. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** Where the ids of events and correlations come from. */
    public Builder ids(Supplier<UUID> source) {
      ids = source;
      return this;
    }

    /**
     * The service.
     *
     * @throws NullPointerException if there is no collector
     */
    public InventoryService build() {
      return new InventoryService(this);
    }
  }
}
