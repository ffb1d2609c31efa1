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
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.PendingExtraction;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.FleetRunner;
import org.leafinventory.fleet.JournaledRun;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.store.InventoryStore;

/**
 * The main job, end to end: asks a machine, decides its tuning, keeps the inventory, writes what
 * follows from it, and tells the world.
 *
 * <p>Immutable; safe to share between threads if its parts are, as their contracts demand.
 */
public final class InventoryService {

  private final InventoryExtraction.Parts parts;
  private final List<InventoryExporter> generators;
  private final List<EventSink> sinks;
  private final Clock clock;
  private final Supplier<UUID> ids;

  private InventoryService(Builder builder) {
    this.parts =
        new InventoryExtraction.Parts(
            Objects.requireNonNull(builder.collector, "an InventoryService needs a collector"),
            builder.policy,
            Optional.ofNullable(builder.store),
            List.copyOf(builder.exporters));
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
    PendingExtraction extraction = prepare(target);
    try {
      return extraction.attempt();
    } catch (RuntimeException | Error failure) {
      extraction.failed(failure);
      throw failure;
    }
  }

  /**
   * Extracts {@code targets} with the {@linkplain FleetOptions#defaults() default options}.
   *
   * @see #extractAll(List, FleetOptions)
   */
  public FleetReport extractAll(List<Target> targets) {
    return extractAll(targets, FleetOptions.defaults());
  }

  /**
   * Extracts {@code targets}, several at a time, and returns when all are done with.
   *
   * <ul>
   *   <li>Each target is an extraction as {@link #extract} makes it, with events of its own. What
   *       goes wrong with one is in its result, and disturbs no other.
   *   <li>A failure that may pass is followed by further attempts, each told by {@code
   *       inventory.extraction.retrying}; {@code inventory.extraction.failed} tells of the last
   *       one.
   *   <li>Results are in the order of the request; the listener hears of each as it comes.
   *       Inventories are not kept, so that memory does not grow with their number.
   *   <li>When the calling thread is interrupted, nothing more begins, what runs is interrupted and
   *       waited for, and the report tells what is done; the interrupt flag is set again.
   * </ul>
   *
   * @throws org.leafinventory.fleet.RunJournalException if there is to be a journal and it cannot
   *     be begun; nothing was asked then
   */
  public FleetReport extractAll(List<Target> targets, FleetOptions options) {
    return FleetRunner.of(this::prepare, clock).run(targets, options);
  }

  /**
   * Extracts what a run that was killed or cancelled has left, as {@link #extractAll} would, and
   * continues its journal. The report is about what was left.
   *
   * @param unfinished as {@link org.leafinventory.fleet.RunJournal#unfinished} gave it
   * @throws org.leafinventory.fleet.RunJournalException if the journal cannot be continued, or the
   *     run still goes on; nothing was asked then
   */
  public FleetReport resume(JournaledRun unfinished, FleetOptions options) {
    return FleetRunner.of(this::prepare, clock).resume(unfinished, options);
  }

  /**
   * The host that is connected to first on the way to {@code target}, as its collector says: what
   * {@link org.leafinventory.fleet.Pacing#perEntryPoint} asks for.
   *
   * @see Collector#entryPoint
   */
  public String entryPoint(Target target) {
    return parts.collector().entryPoint(target);
  }

  private PendingExtraction prepare(Target target) {
    return new InventoryExtraction(
        target, parts, new EventChain(sinks, clock, ids, "inventory", target.toString()));
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
          parts
              .store()
              .flatMap(it -> it.latest(host))
              .orElseThrow(() -> new NoInventoryException(host));
      TuningProfile tuning = parts.policy().decide(inventory);
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
