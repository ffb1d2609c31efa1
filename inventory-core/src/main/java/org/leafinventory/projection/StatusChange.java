package org.leafinventory.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/**
 * What of an event counts for the status of a host. Immutable and thread-safe.
 *
 * @param state how far it has come
 * @param eventId the event that tells it
 * @param eventType the event that tells it
 * @param aggregateId what the event is about: the host, before its name is known the target
 * @param at when it happened
 * @param correlationId what the event belongs to
 * @param target the target that was asked; empty where the event does not tell
 * @param reason why it failed, as the event tells; empty for other states
 */
public record StatusChange(
    HostState state,
    UUID eventId,
    EventType eventType,
    String aggregateId,
    Instant at,
    UUID correlationId,
    Optional<String> target,
    Optional<String> reason) {

  /** The change that {@code event} tells; empty if it tells nothing of a host's state. */
  public static Optional<StatusChange> of(InventoryEvent event) {
    return HostState.after(event.eventType())
        .map(
            state ->
                new StatusChange(
                    state,
                    event.eventId(),
                    event.eventType(),
                    event.aggregateId(),
                    event.timestamp(),
                    event.correlationId(),
                    EventText.of(event, "target"),
                    state == HostState.FAILED ? EventText.reason(event) : Optional.empty()));
  }
}
