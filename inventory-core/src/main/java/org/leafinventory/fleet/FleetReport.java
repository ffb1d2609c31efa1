package org.leafinventory.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.FailureClass;

/**
 * How a run went, target by target and in sum. Immutable and thread-safe.
 *
 * @param results one for each target, in the order of the request
 * @param duplicates targets that were named again, once for each further time; they were asked once
 * @param duration how long the run took
 * @param cancelled whether it was cut short
 * @param journalTrouble why the journal is incomplete, so that a resumed run would ask machines
 *     again that are done; empty if it is complete or there is none
 */
public record FleetReport(
    List<FleetResult> results,
    List<Target> duplicates,
    Duration duration,
    boolean cancelled,
    Optional<String> journalTrouble) {

  /** Keeps copies of the lists. */
  public FleetReport {
    results = List.copyOf(results);
    duplicates = List.copyOf(duplicates);
  }

  /** How many extractions went well. */
  public int succeeded() {
    return (int) results.stream().filter(FleetResult::isSuccess).count();
  }

  /** How many did not, those that were cancelled among them. */
  public int failed() {
    return results.size() - succeeded();
  }

  /** Whether all went well. */
  public boolean isSuccess() {
    return failed() == 0;
  }

  /**
   * What did not go well, by what there is to do about it ({@link FailureClass#advice()}), in the
   * order of the classes; a class without failures has no entry.
   */
  public Map<FailureClass, List<FleetResult>> failures() {
    Map<FailureClass, List<FleetResult>> sorted = new EnumMap<>(FailureClass.class);
    for (FleetResult result : results) {
      result
          .failure()
          .ifPresent(
              why ->
                  sorted
                      .computeIfAbsent(why.failureClass(), failureClass -> new ArrayList<>())
                      .add(result));
    }
    sorted.replaceAll((failureClass, of) -> List.copyOf(of));
    return Collections.unmodifiableMap(sorted);
  }

  /** Names that more than one machine of the run answered with, sorted. */
  public List<SharedName> sharedNames() {
    return SharedName.among(results);
  }
}
