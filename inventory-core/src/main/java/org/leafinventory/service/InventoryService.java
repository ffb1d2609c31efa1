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
import org.leafinventory.collector.CollectorRegistry;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
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
  private final List<InventoryExporter> generators;
  private final List<EventSink> sinks;
  private final Clock clock;
  private final Supplier<UUID> ids;

  private InventoryService(Builder builder) {
    this.collector =
        Objects.requireNonNull(builder.collector, "an InventoryService needs a collector");
    this.policy = builder.policy;
    this.store = Optional.ofNullable(builder.store);
    this.exporters = List.copyOf(builder.exporters);
    this.generators = List.copyOf(builder.generators);
    this.sinks = List.copyOf(builder.sinks);
    this.clock = builder.clock;
    this.ids = builder.ids;
  }

  /**
   * A service that asks each target through the collector that is registered for its scheme, and
   * keeps nothing. With a store and more: {@code builder().discoverCollectors()}.
   *
   * @throws org.leafinventory.collector.CollectorDiscoveryException if two collectors are for one
   *     scheme, or one cannot be loaded
   */
  public static InventoryService discover() {
    return builder().discoverCollectors().build();
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
    EventChain events = new EventChain(sinks, clock, ids, "inventory", target.toString());
    events.emit(EventType.EXTRACTION_STARTED, EventData.started(target));
    try {
      return extract(target, events);
    } catch (RuntimeException failure) {
      events.emitFailure(EventType.EXTRACTION_FAILED, EventData.failed(target, failure), failure);
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

  /**
   * Writes the configuration of {@code host} from its latest inventory, through the generators, and
   * emits {@code config.generation.started} and {@code config.generation.completed}; or {@code
   * config.generation.failed}, before the failure is thrown.
   *
   * @throws NoInventoryException if the store has no inventory of the host, or there is no store
   * @throws org.leafinventory.store.StoreException if its inventory cannot be read
   * @throws org.leafinventory.export.ExportException if a file could not be written
   * @throws org.leafinventory.event.EventSinkException if an event could not be taken
   */
  public Generation generate(HostName host) {
    EventChain events = new EventChain(sinks, clock, ids, "host_config", host.value());
    events.emit(EventType.GENERATION_STARTED, EventData.generating(host));
    try {
      HardwareInventory inventory =
          store.flatMap(it -> it.latest(host)).orElseThrow(() -> new NoInventoryException(host));
      TuningProfile tuning = policy.decide(inventory);
      List<ExportedFile> files = new ArrayList<>();
      generators.forEach(generator -> files.addAll(generator.export(inventory, tuning)));
      Generation generation = new Generation(inventory, tuning, files, events.correlationId());
      events.emit(EventType.GENERATION_COMPLETED, EventData.generated(generation));
      return generation;
    } catch (RuntimeException failure) {
      events.emitFailure(
          EventType.GENERATION_FAILED, EventData.notGenerated(host, failure), failure);
      throw failure;
    }
  }

  /**
   * Builds an {@link InventoryService}; not thread-safe.
   *
   * <ul>
   *   <li>policy: {@link StandardTuningPolicy#standard()}
   *   <li>store: none, nothing is kept
   *   <li>exporters, generators and sinks: none
   *   <li>clock: the system's, in UTC; ids: random UUIDs
   * </ul>
   */
  public static final class Builder {

    private @Nullable Collector collector;
    private TuningPolicy policy = StandardTuningPolicy.standard();
    private @Nullable InventoryStore store;
    private final List<InventoryExporter> exporters = new ArrayList<>();
    private final List<InventoryExporter> generators = new ArrayList<>();
    private final List<EventSink> sinks = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private Supplier<UUID> ids = UUID::randomUUID;

    private Builder() {}

    /** Who asks machines. Required. */
    public Builder collector(Collector newCollector) {
      collector = newCollector;
      return this;
    }

    /**
     * Whoever is registered for the scheme of a target asks it; {@link CollectorRegistry#discover}
     * finds them.
     *
     * @throws org.leafinventory.collector.CollectorDiscoveryException if two collectors are for one
     *     scheme, or one cannot be loaded
     */
    public Builder discoverCollectors() {
      return collector(CollectorRegistry.discover());
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

    /**
     * Someone who writes the configuration of a host, for {@link InventoryService#generate}; called
     * in this order.
     */
    public Builder generator(InventoryExporter generator) {
      generators.add(generator);
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
