package org.leafinventory.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HostName;

/**
 * Several targets whose machines call themselves by one name (upper and lower case are the same),
 * so that all were filed under it.
 *
 * @param host the name, as the first of them writes it
 * @param targets who answered with it, in the order of the request
 * @param isOneMachine whether all told the same serial number: one machine with several addresses,
 *     rather than several machines that need names of their own
 */
public record SharedName(HostName host, List<Target> targets, boolean isOneMachine) {

  /** Keeps a copy of {@code targets}. */
  public SharedName {
    targets = List.copyOf(targets);
  }

  /** The names that occur more than once, sorted. */
  static List<SharedName> among(List<FleetResult> results) {
    // On a Mac's disk, names that differ in case alone are one folder.
    Map<String, List<FleetResult>> byFolder = new TreeMap<>();
    for (FleetResult result : results) {
      result
          .extracted()
          .map(it -> it.host().value().toLowerCase(Locale.ROOT))
          .ifPresent(name -> byFolder.computeIfAbsent(name, n -> new ArrayList<>()).add(result));
    }
    return byFolder.values().stream().filter(it -> it.size() > 1).map(SharedName::of).toList();
  }

  private static SharedName of(List<FleetResult> results) {
    List<FleetResult.Extracted> machines =
        results.stream().flatMap(result -> result.extracted().stream()).toList();
    HostName host = machines.get(0).host();
    List<Optional<String>> serials =
        machines.stream().map(FleetResult.Extracted::serialNumber).distinct().toList();
    boolean one = serials.size() == 1 && serials.get(0).isPresent();
    Stream<Target> targets = results.stream().map(FleetResult::target);
    return new SharedName(host, targets.toList(), one);
  }
}
