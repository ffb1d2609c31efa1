package org.leafinventory.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/**
 * The events of one extraction or generation: one correlation id, each pointing at the one before.
 */
final class EventChain {

  private final List<EventSink> sinks;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final UUID correlationId;
  private final String aggregateType;
  private Optional<UUID> before = Optional.empty();
  private String about;

  EventChain(
      List<EventSink> sinks, Clock clock, Supplier<UUID> ids, String aggregateType, String about) {
    this.sinks = sinks;
    this.clock = clock;
    this.ids = ids;
    this.correlationId = ids.get();
    this.aggregateType = aggregateType;
    this.about = about;
  }

  UUID correlationId() {
    return correlationId;
  }

  /** From here on the events are about something else: the host, once its name is known. */
  void isAbout(String aggregateId) {
    about = aggregateId;
  }

  void emit(EventType type, Map<String, Object> data) {
    InventoryEvent event =
        new InventoryEvent(
            ids.get(), type, about, aggregateType, clock.instant(), correlationId, before, data);
    before = Optional.of(event.eventId());
    sinks.forEach(sink -> sink.emit(event));
  }

  /** Tells of a failure that is on its way to the caller; it stays the one that is thrown. */
  void emitFailure(EventType type, Map<String, Object> data, Throwable failure) {
    try {
      emit(type, data);
    } catch (RuntimeException alsoFailed) {
      if (alsoFailed != failure) {
        failure.addSuppressed(alsoFailed);
      }
    }
  }
}
