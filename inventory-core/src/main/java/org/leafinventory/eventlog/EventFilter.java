package org.leafinventory.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.leafinventory.event.InventoryEvent;

/**
 * Which events are asked for: those that meet all that is set. Immutable and thread-safe.
 *
 * @param type the first words of the event type: {@code inventory.extraction} takes {@code
 *     inventory.extraction.started}, but not {@code inventory.extractions}
 * @param aggregateId what the event is about: a host name, or a target
 * @param correlationId what the event belongs to
 * @param since the earliest timestamp
 * @param until the timestamp before which events are
 */
public record EventFilter(
    Optional<String> type,
    Optional<String> aggregateId,
    Optional<UUID> correlationId,
    Optional<Instant> since,
    Optional<Instant> until)
    implements Predicate<InventoryEvent> {

  /** Takes every event. */
  public static EventFilter all() {
    return new EventFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This filter, for event types that begin with the words of {@code prefix} alone. */
  public EventFilter withType(String prefix) {
    return new EventFilter(Optional.of(prefix), aggregateId, correlationId, since, until);
  }

  /** This filter, for events about {@code id} alone. */
  public EventFilter withAggregateId(String id) {
    return new EventFilter(type, Optional.of(id), correlationId, since, until);
  }

  /** This filter, for events of one correlation alone. */
  public EventFilter withCorrelationId(UUID id) {
    return new EventFilter(type, aggregateId, Optional.of(id), since, until);
  }

  /** This filter, for events at {@code time} or later alone. */
  public EventFilter withSince(Instant time) {
    return new EventFilter(type, aggregateId, correlationId, Optional.of(time), until);
  }

  /** This filter, for events before {@code time} alone. */
  public EventFilter withUntil(Instant time) {
    return new EventFilter(type, aggregateId, correlationId, since, Optional.of(time));
  }

  /** Whether {@code event} is one of those asked for. */
  @Override
  public boolean test(InventoryEvent event) {
    return aggregateId.map(event.aggregateId()::equals).orElse(true)
        && type.map(prefix -> begins(event.eventType().name(), prefix)).orElse(true)
        && correlationId.map(event.correlationId()::equals).orElse(true)
        && since.map(time -> !event.timestamp().isBefore(time)).orElse(true)
        && until.map(event.timestamp()::isBefore).orElse(true);
  }

  private static boolean begins(String type, String prefix) {
    return type.startsWith(prefix)
        && (type.length() == prefix.length() || type.charAt(prefix.length()) == '.');
  }
}
