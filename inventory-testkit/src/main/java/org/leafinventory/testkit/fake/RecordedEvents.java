package org.leafinventory.testkit.fake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/**
 * An event sink that keeps what it is given, for a test to look at.
 *
 * <pre>{@code
 * RecordedEvents events = new RecordedEvents();
 * InventoryService.builder().collector(macs).sink(events)…
 * assertThat(events.types()).containsExactly(EXTRACTION_STARTED, EXTRACTION_FAILED);
 * }</pre>
 *
 * <p>Thread-safe. The lists it answers with do not change any more.
 */
public final class RecordedEvents implements EventSink {

  private final List<InventoryEvent> events = new CopyOnWriteArrayList<>();

  /** A sink without events. */
  public RecordedEvents() {}

  @Override
  public void emit(InventoryEvent event) {
    events.add(event);
  }

  /** Everything so far, in the order it came. */
  public List<InventoryEvent> all() {
    return List.copyOf(events);
  }

  /** The types of everything so far, in the order it came. */
  public List<EventType> types() {
    return events.stream().map(InventoryEvent::eventType).toList();
  }

  /** What came of this type. */
  public List<InventoryEvent> ofType(EventType type) {
    return events.stream().filter(event -> event.eventType().equals(type)).toList();
  }

  /** What came with this correlation id. */
  public List<InventoryEvent> ofCorrelation(UUID correlation) {
    return events.stream().filter(event -> event.correlationId().equals(correlation)).toList();
  }

  /** The last event; empty if there is none. */
  public Optional<InventoryEvent> last() {
    List<InventoryEvent> now = all();
    return now.isEmpty() ? Optional.empty() : Optional.of(now.get(now.size() - 1));
  }

  /** Forgets everything. */
  public void clear() {
    events.clear();
  }

  /** The types so far. */
  @Override
  public String toString() {
    return "RecordedEvents" + types();
  }
}
