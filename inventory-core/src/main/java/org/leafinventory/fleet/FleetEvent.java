package org.leafinventory.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;

/**
 * Something that happened in a run. Later versions may have more kinds; a listener picks those that
 * it cares for with {@code instanceof}.
 */
public sealed interface FleetEvent {

  /**
   * The run begins.
   *
   * @param targets what is to be asked, in the order of the request, each once
   */
  record Started(List<Target> targets) implements FleetEvent {}

  /**
   * A target is about to be asked.
   *
   * @param target who
   * @param attempt which attempt it is, from 1
   */
  record Attempting(Target target, int attempt) implements FleetEvent {}

  /**
   * An attempt failed, and another will be made.
   *
   * @param target who was asked
   * @param attempt which attempt failed, from 1
   * @param failure why
   * @param pause how long the next one is put off
   */
  record Retrying(Target target, int attempt, ExtractionFailure failure, Duration pause)
      implements FleetEvent {}

  /**
   * A target is done with; it is in the journal, if there is one.
   *
   * @param result how it went
   * @param extraction all that was extracted, if it went well: the run does not keep it
   */
  record Finished(FleetResult result, Optional<Extraction> extraction) implements FleetEvent {}
}
