package org.leafinventory.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.event.EventType;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.extraction.PendingExtraction;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extraction of one machine: its steps, its events and its lines in the log. */
final class InventoryExtraction implements PendingExtraction {

  /** What all extractions of a service share. */
  record Parts(
      Collector collector,
      TuningPolicy policy,
      Optional<InventoryStore> store,
      List<InventoryExporter> exporters) {}

  private static final Logger LOG = LoggerFactory.getLogger(InventoryExtraction.class);

  private final Target target;
  private final Parts parts;
  private final EventChain events;
  private int attempts;

  InventoryExtraction(Target target, Parts parts, EventChain events) {
    this.target = target;
    this.parts = parts;
    this.events = events;
  }

  @Override
  public UUID correlationId() {
    return events.correlationId();
  }

  @Override
  public Extraction attempt() {
    attempts++;
    return LogContext.within(target, correlationId(), this::startAndExtract);
  }

  private Extraction startAndExtract() {
    LOG.debug("asking {}, attempt {}", target, attempts);
    if (attempts == 1) {
      events.emit(EventType.EXTRACTION_STARTED, EventData.started(target));
    }
    Extraction extraction = extract();
    LOG.info(
        "{} is {}, with {} issues",
        target,
        extraction.inventory().hostName(),
        extraction.inventory().issues().size());
    return extraction;
  }

  private Extraction extract() {
    HardwareInventory inventory = parts.collector().collect(target);
    events.isAbout(inventory.hostName().value());
    events.emit(EventType.HARDWARE_DISCOVERED, EventData.discovered(target, inventory));
    Optional<Snapshot> snapshot = parts.store().map(it -> it.save(inventory));
    TuningProfile tuning = parts.policy().decide(inventory);
    List<ExportedFile> exports = new ArrayList<>();
    parts.exporters().forEach(exporter -> exports.addAll(exporter.export(inventory, tuning)));
    Extraction extraction =
        new Extraction(inventory, tuning, snapshot, exports, events.correlationId());
    events.emit(EventType.EXTRACTION_COMPLETED, EventData.completed(target, extraction, attempts));
    return extraction;
  }

  @Override
  public void retrying(ExtractionFailure failure, Duration pause) {
    inContext(
        () -> {
          LOG.info("{}: {}; trying again in {} ms", target, failure.reason(), pause.toMillis());
          events.emit(
              EventType.EXTRACTION_RETRYING, EventData.retrying(target, failure, attempts, pause));
        });
  }

  @Override
  public void failed(Throwable failure) {
    ExtractionFailure why = ExtractionFailure.of(failure);
    inContext(
        () -> {
          if (why.failureClass() == FailureClass.DEFECT) {
            LOG.error("{}: {}", target, why.reason(), failure);
          } else {
            LOG.warn("{}: {}; {}", target, why.reason(), why.advice());
          }
          events.emitFailure(
              EventType.EXTRACTION_FAILED, EventData.failed(target, why, attempts), failure);
        });
  }

  private void inContext(Runnable work) {
    LogContext.within(
        target,
        correlationId(),
        () -> {
          work.run();
          return this;
        });
  }
}
