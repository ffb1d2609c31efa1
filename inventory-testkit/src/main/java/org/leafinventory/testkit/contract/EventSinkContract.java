package org.leafinventory.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;

/**
 * The contract of {@link EventSink}, to inherit by the test of an implementation.
 *
 * <pre>{@code
 * class MySinkContractTest extends EventSinkContract {
 *
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected EventSink open() {
 *     return new MySink(folder);
 *   }
 *
 *   @Override
 *   protected List<InventoryEvent> received() {
 *     return MySink.read(folder);
 *   }
 * }
 * }</pre>
 */
public abstract class EventSinkContract {

  private static final int EVENTS = 20;

  /** For subclasses. */
  protected EventSinkContract() {}

  /**
   * The sink under test. Nothing was emitted when a test begins; each further call in the same test
   * opens the same place, as another process would, or is the same object.
   */
  protected abstract EventSink open();

  /** What is where the sink puts it right now, in that order. */
  protected abstract List<InventoryEvent> received();

  @Test
  void e1_an_event_is_there_when_emit_returns() {
    EventSink sink = open();
    for (int number = 1; number <= 3; number++) {
      sink.emit(event(1, number));

      assertThat(received()).as("e1: what is there after %d events", number).hasSize(number);
    }
  }

  @Test
  void e2_an_event_is_there_once() {
    EventSink sink = open();
    sink.emit(event(1, 1));
    sink.emit(event(2, 1));

    assertThat(received().stream().map(InventoryEvent::eventId))
        .as("e2: the ids of two events")
        .doesNotHaveDuplicates();
  }

  @Test
  void e3_events_of_one_correlation_stay_in_order() {
    EventSink sink = open();
    for (int number = 1; number <= EVENTS; number++) {
      sink.emit(event(1, number));
      sink.emit(event(2, number));
    }

    assertThat(ofCorrelation(1)).as("e3: the events of one correlation").isEqualTo(numbers());
  }

  @Test
  void e4_several_threads_lose_nothing_and_keep_their_order() {
    Parallel.run(
        thread -> {
          EventSink sink = open();
          for (int number = 1; number <= EVENTS; number++) {
            sink.emit(event(thread, number));
          }
          return thread;
        });

    for (int thread = 0; thread < Parallel.THREADS; thread++) {
      assertThat(ofCorrelation(thread))
          .as("e4: the events of one of %d threads", Parallel.THREADS)
          .isEqualTo(numbers());
    }
  }

  @Test
  void e5_an_event_comes_back_whole() {
    EventSink sink = open();
    List<InventoryEvent> emitted = new ArrayList<>(Samples.of(InventoryEvent.class, EVENTS));
    emitted.add(
        new InventoryEvent(
            new UUID(5, 1),
            EventType.HARDWARE_DISCOVERED,
            "studio",
            "inventory",
            Samples.NOON,
            new UUID(5, 5),
            Optional.of(new UUID(5, 0)),
            Map.of(
                "text", "\"quoted\"\n{\"event_id\": 1}\u0007\u2028 名前 😀 ${x}",
                "numbers", List.of(1, -0.5, Long.MAX_VALUE),
                "nested", Map.of("list", List.of(Map.of("deep", true))))));

    emitted.forEach(sink::emit);

    assertThat(new HashSet<>(received()))
        .as("e5: the events")
        .containsExactlyInAnyOrderElementsOf(emitted);
  }

  @Test
  void e6_events_of_other_programs_are_taken_too() {
    EventSink sink = open();
    EventType other = new EventType("backup.finished");

    sink.emit(event(1, 1));
    sink.emit(event(1, 2, other));

    assertThat(received())
        .as("e6: the types that came")
        .extracting(InventoryEvent::eventType)
        .containsExactly(EventType.EXTRACTION_STARTED, other);
  }

  @Test
  void e7_an_interrupted_thread_may_emit_and_stays_interrupted() {
    EventSink sink = open();
    sink.emit(event(1, 1));

    Thread.currentThread().interrupt();
    boolean stillSet;
    try {
      sink.emit(event(1, 2));
    } finally {
      stillSet = Thread.interrupted();
    }

    assertThat(received()).as("e7: the events, one of an interrupted thread").hasSize(2);
    assertThat(stillSet).as("e7: the interrupt flag afterwards").isTrue();
  }

  private static List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= EVENTS; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private List<Object> ofCorrelation(int correlation) {
    return received().stream()
        .filter(event -> event.correlationId().equals(new UUID(1, correlation)))
        .map(event -> event.data().getOrDefault("number", "none"))
        .distinct()
        .toList();
  }

  private static InventoryEvent event(int correlation, int number) {
    return event(correlation, number, EventType.EXTRACTION_STARTED);
  }

  private static InventoryEvent event(int correlation, int number, EventType type) {
    return new InventoryEvent(
        new UUID(correlation, number),
        type,
        "studio",
        "inventory",
        Samples.NOON,
        new UUID(1, correlation),
        Optional.empty(),
        Map.of("number", number));
  }
}
