package org.leafinventory.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.model.HostName;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.store.Snapshot;

/**
 * How the extraction of one target of a run went: a summary, as a run over thousands of machines
 * cannot keep their inventories. Immutable and thread-safe.
 *
 * @param target who was asked
 * @param attempts how often, 0 if the run was cancelled before it came to that
 * @param duration from the first attempt to the end, with the pauses between attempts
 * @param extracted what was extracted; empty if it failed
 * @param failure why nothing was extracted; empty if it went well
 */
public record FleetResult(
    Target target,
    int attempts,
    Duration duration,
    Optional<Extracted> extracted,
    Optional<ExtractionFailure> failure) {

  /**
   * What a successful extraction comes down to.
   *
   * @param host the name that the machine gives itself
   * @param serialNumber its serial number, if it tells one
   * @param snapshot where the inventory is kept; empty if the service has no store
   * @param issues how much of the machine could not be read
   * @param tiers by what the machine is tuned
   * @param correlationId shared by all events of the extraction
   */
  public record Extracted(
      HostName host,
      Optional<String> serialNumber,
      Optional<Snapshot> snapshot,
      int issues,
      Tiers tiers,
      UUID correlationId) {

    static Extracted of(Extraction extraction) {
      return new Extracted(
          extraction.inventory().hostName(),
          extraction.inventory().systemInfo().serialNumber(),
          extraction.snapshot(),
          extraction.inventory().issues().size(),
          Tiers.of(extraction.tuning()),
          extraction.correlationId());
    }
  }

  /**
   * The tiers of a machine, as its tuning profile has them.
   *
   * @param concurrency of how much it can run at once
   * @param memory of its memory
   * @param storage of its storage
   */
  public record Tiers(Tier concurrency, Tier memory, Tier storage) {

    static Tiers of(TuningProfile tuning) {
      return new Tiers(
          tuning.maxConcurrency().reason().tier(),
          tuning.jetstreamMaxMemory().reason().tier(),
          tuning.jetstreamMaxFile().reason().tier());
    }
  }

  static FleetResult success(
      Target target, int attempts, Duration duration, Extraction extraction) {
    return new FleetResult(
        target, attempts, duration, Optional.of(Extracted.of(extraction)), Optional.empty());
  }

  static FleetResult failure(
      Target target, int attempts, Duration duration, ExtractionFailure failure) {
    return new FleetResult(target, attempts, duration, Optional.empty(), Optional.of(failure));
  }

  /** Whether the inventory was had, and kept and written if that was asked for. */
  public boolean isSuccess() {
    return extracted.isPresent();
  }

  /** Whether the target was left, or interrupted, because the run was cancelled. */
  public boolean isCancelled() {
    return failure.filter(it -> it.failureClass() == FailureClass.CANCELLED).isPresent();
  }
}
