package org.leafinventory.extraction;

import java.time.Duration;
import java.util.UUID;

/**
 * The extraction of one machine, which may take several attempts. All of them share one correlation
 * id; its events tell of one start and one end, and of each attempt that is followed by another.
 *
 * <p>For one thread at a time, not always the same.
 */
public interface PendingExtraction {

  /** Shared by all events of this extraction. */
  UUID correlationId();

  /**
   * Goes through all steps once. After a failure, either {@link #retrying} or {@link #failed} is
   * called.
   *
   * @throws RuntimeException if a step failed, as {@link ExtractionFailure#of} explains
   */
  Extraction attempt();

  /**
   * Tells that another attempt follows the one that failed.
   *
   * @param pause how long it is put off
   * @throws org.leafinventory.event.EventSinkException if this could not be told
   */
  void retrying(ExtractionFailure failure, Duration pause);

  /**
   * Tells that no other attempt follows. Does not throw: what goes wrong here is suppressed by
   * {@code failure}.
   */
  void failed(Throwable failure);
}
