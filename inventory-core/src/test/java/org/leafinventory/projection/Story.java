package org.leafinventory.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/** Events in the order in which they are told; each a second after the one before. */
final class Story {

  static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  private final List<InventoryEvent> events = new ArrayList<>();

  Story tell(String type, String about, int correlation) {
    return tell(type, about, correlation, Map.of());
  }

  Story tell(String type, String about, int correlation, Map<String, Object> data) {
    Optional<UUID> cause =
        events.stream()
            .filter(event -> event.correlationId().equals(correlation(correlation)))
            .reduce((one, other) -> other)
            .map(InventoryEvent::eventId);
    events.add(
        event(
            events.size(), type, about, NOON.plusSeconds(events.size()), correlation, cause, data));
    return this;
  }

  List<InventoryEvent> events() {
    return List.copyOf(events);
  }

  static UUID id(int number) {
    return new UUID(1, number);
  }

  static UUID correlation(int number) {
    return new UUID(2, number);
  }

  static InventoryEvent event(
      int id,
      String type,
      String about,
      Instant at,
      int correlation,
      Optional<UUID> cause,
      Map<String, Object> data) {
    return new InventoryEvent(
        id(id), new EventType(type), about, "inventory", at, correlation(correlation), cause, data);
  }

  /** Any events at all: out of order, of programs unknown, with causes that are nowhere. */
  static Arbitrary<List<InventoryEvent>> anyEvents() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(
                "inventory.extraction.started",
                "inventory.hardware.discovered",
                "inventory.extraction.completed",
                "inventory.extraction.failed",
                "config.generation.completed",
                "deployment.completed",
                "deployment.failed",
                "backup.finished"),
            Arbitraries.of("mac-1", "mac-2", "10.0.0.1", "10.0.0.2"),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 40).optional(0.7),
            Arbitraries.<Map<String, Object>>of(
                Map.of(), Map.of("target", "10.0.0.1"), Map.of("reason", "no route")))
        .as(
            (id, type, about, second, correlation, cause, data) ->
                event(
                    id,
                    type,
                    about,
                    NOON.plusSeconds(second),
                    correlation,
                    cause.map(Story::id),
                    data))
        .list()
        .ofMaxSize(30);
  }
}
