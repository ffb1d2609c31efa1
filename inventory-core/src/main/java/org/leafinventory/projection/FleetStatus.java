package org.leafinventory.projection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;

/**
 * How far each host has come, as far as the events tell. Immutable and thread-safe.
 *
 * <p>What counts is the latest event by its timestamp, among equal ones the last: an event that is
 * appended late changes nothing. Events that tell nothing of a host's state change nothing either.
 *
 * <p>An extraction begins before the name of the host is known, so its first event, and its last if
 * it fails, are about the target that was asked. From {@code hardware.discovered} on target and
 * host are known to be the same, and such events count for the host; a target whose host has never
 * been known stands for itself.
 *
 * @param hosts the status of each host or target, sorted by name
 * @param targets the host that each target was, the last time it answered
 * @param open the targets of the extractions that have not ended, by correlation id
 */
public record FleetStatus(
    SortedMap<String, HostStatus> hosts, Map<String, String> targets, Map<UUID, String> open) {

  private static final FleetStatus EMPTY = new FleetStatus(new TreeMap<>(), Map.of(), Map.of());

  /** Keeps copies. */
  public FleetStatus {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    targets = Map.copyOf(targets);
    open = Map.copyOf(open);
  }

  /** No events, no hosts. */
  public static FleetStatus empty() {
    return EMPTY;
  }

  /**
   * The status after {@code events} as well. Taking events in several steps gives the same as
   * taking them all at once.
   */
  public FleetStatus after(Stream<InventoryEvent> events) {
    return afterChanges(events.map(StatusChange::of).flatMap(Optional::stream));
  }

  /** The status after {@code changes} as well. */
  public FleetStatus afterChanges(Stream<StatusChange> changes) {
    FleetFold fold = new FleetFold(this);
    changes.forEachOrdered(fold::take);
    return fold.status();
  }

  /** The status after {@code events} as well. */
  public FleetStatus after(List<InventoryEvent> events) {
    return after(events.stream());
  }

  /** The status of {@code host}, which may be a target; empty if no event tells of it. */
  public Optional<HostStatus> of(String host) {
    return Optional.ofNullable(hosts.get(targets.getOrDefault(host, host)))
        .or(() -> Optional.ofNullable(hosts.get(host)));
  }
}
