package org.leafinventory.projection;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;

/**
 * What belongs to the story of one host: the events about it, those of the same correlations, and
 * those about a target that was this host. Immutable and thread-safe.
 *
 * @param host the name of the host
 * @param targets the targets under which it was asked
 * @param correlationIds the correlations of its events
 */
public record HostTrace(String host, Set<String> targets, Set<UUID> correlationIds)
    implements Predicate<InventoryEvent> {

  /** Keeps copies. */
  public HostTrace {
    targets = Set.copyOf(targets);
    correlationIds = Set.copyOf(correlationIds);
  }

  /** The trace of {@code host} in {@code events}; those about others are passed over. */
  public static HostTrace of(String host, Stream<InventoryEvent> events) {
    Set<String> targets = new HashSet<>();
    Set<UUID> correlationIds = new HashSet<>();
    events
        .filter(event -> event.aggregateId().equals(host))
        .forEachOrdered(
            event -> {
              correlationIds.add(event.correlationId());
              EventText.of(event, "target").ifPresent(targets::add);
            });
    return new HostTrace(host, targets, correlationIds);
  }

  /** Whether {@code event} belongs to the story. */
  @Override
  public boolean test(InventoryEvent event) {
    return event.aggregateId().equals(host)
        || targets.contains(event.aggregateId())
        || correlationIds.contains(event.correlationId());
  }
}
