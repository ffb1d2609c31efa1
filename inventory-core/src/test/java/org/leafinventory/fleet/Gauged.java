package org.leafinventory.fleet;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.PendingExtraction;

/** An extraction whose attempts take a moment and are counted. */
record Gauged(PendingExtraction of, List<FleetPropertyTest.Gauge> gauges)
    implements PendingExtraction {

  @Override
  public UUID correlationId() {
    return of.correlationId();
  }

  @Override
  public Extraction attempt() {
    gauges.forEach(FleetPropertyTest.Gauge::enter);
    try {
      Thread.sleep(1);
      return of.attempt();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      gauges.forEach(FleetPropertyTest.Gauge::leave);
    }
  }

  @Override
  public void retrying(ExtractionFailure failure, Duration pause) {
    of.retrying(failure, pause);
  }

  @Override
  public void failed(Throwable failure) {
    of.failed(failure);
  }
}
