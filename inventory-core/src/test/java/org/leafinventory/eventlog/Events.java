package org.leafinventory.eventlog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/** Events to log, and what a log holds. */
final class Events {

  static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  private Events() {}

  static InventoryEvent event(String text) {
    return at(NOON, text);
  }

  static InventoryEvent at(Instant timestamp, String text) {
    return new InventoryEvent(
        UUID.randomUUID(),
        EventType.EXTRACTION_STARTED,
        "studio-1",
        "inventory",
        timestamp,
        UUID.randomUUID(),
        Optional.empty(),
        Map.of("text", text));
  }

  static List<InventoryEvent> in(Path file) {
    try (Stream<InventoryEvent> events = EventLog.read(file)) {
      return events.toList();
    }
  }

  static List<SkippedLine> skippedIn(Path file) {
    List<SkippedLine> skipped = new ArrayList<>();
    try (Stream<InventoryEvent> events = EventLog.read(file, skipped::add)) {
      events.forEach(event -> {});
    }
    return skipped;
  }
}
