package org.leafinventory.projection;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.event.EventType;

/**
 * How far one host has come. Immutable and thread-safe.
 *
 * @param host the host's name; before that is known, the target as it was asked
 * @param state how far it has come
 * @param at when that was
 * @param eventType the event that tells it
 * @param eventId the event that tells it
 * @param correlationId what that event belongs to
 * @param reason why it failed, as the event tells; empty for other states
 */
public record HostStatus(
    String host,
    HostState state,
    Instant at,
    EventType eventType,
    UUID eventId,
    UUID correlationId,
    Optional<String> reason) {

  HostStatus withHost(String name) {
    return new HostStatus(name, state, at, eventType, eventId, correlationId, reason);
  }
}
