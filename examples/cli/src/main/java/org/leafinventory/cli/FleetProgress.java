package org.leafinventory.cli;

import java.time.Duration;
import java.util.Locale;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetListener;
import org.leafinventory.fleet.FleetResult;

/** Tells people of a run as it goes on. */
interface FleetProgress extends FleetListener, AutoCloseable {

  /** A line for people, between the others. */
  void line(String text);

  @Override
  void close();

  /** {@code login refused: nothing was accepted; …}. */
  static String failed(FleetResult result) {
    ExtractionFailure why = result.failure().orElseThrow();
    return result.target()
        + ": "
        + why.reason()
        + (result.attempts() > 1 ? " (" + result.attempts() + " attempts)" : "");
  }

  static String retrying(FleetEvent.Retrying event) {
    return event.target()
        + ": "
        + event.failure().reason()
        + "; trying again in "
        + seconds(event.pause());
  }

  /** {@code 1.2 s}. */
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
  }
}
