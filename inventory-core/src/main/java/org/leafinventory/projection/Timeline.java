package org.leafinventory.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;

/**
 * Events in the order of time, whatever the order in which they were logged; those of the same time
 * in that of the log. Immutable and thread-safe.
 *
 * @param events the events in that order
 */
public record Timeline(List<InventoryEvent> events) {

  private static final Timeline EMPTY = new Timeline(List.of());

  /** Sorts {@code events} by time; the sort is stable. */
  public Timeline {
    events = events.stream().sorted(Comparator.comparing(InventoryEvent::timestamp)).toList();
  }

  /** No events. */
  public static Timeline empty() {
    return EMPTY;
  }

  /**
   * The timeline with {@code more} as well. Taking events in several steps gives the same as taking
   * them all at once.
   */
  public Timeline after(Stream<InventoryEvent> more) {
    List<InventoryEvent> all = new ArrayList<>(events);
    more.forEachOrdered(all::add);
    return new Timeline(all);
  }

  /** The events, each with the time since the one that led to it. */
  public List<TimelineEntry> entries() {
    Map<UUID, Instant> times = new HashMap<>();
    events.forEach(event -> times.put(event.eventId(), event.timestamp()));
    return events.stream().map(event -> entry(event, times)).toList();
  }

  private static TimelineEntry entry(InventoryEvent event, Map<UUID, Instant> times) {
    Optional<Duration> since =
        event
            .causationId()
            .flatMap(cause -> Optional.ofNullable(times.get(cause)))
            .map(cause -> Duration.between(cause, event.timestamp()));
    return new TimelineEntry(event, since);
  }
}
