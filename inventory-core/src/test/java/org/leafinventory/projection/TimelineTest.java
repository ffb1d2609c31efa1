package org.leafinventory.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leafinventory.event.InventoryEvent;

class TimelineTest {

  @Test
  void events_stand_in_the_order_of_time_with_the_time_since_their_cause() {
    List<InventoryEvent> log =
        new ArrayList<>(
            new Story()
                .tell("inventory.extraction.started", "10.0.0.1", 1)
                .tell("inventory.extraction.started", "10.0.0.2", 2)
                .tell("inventory.extraction.completed", "mac-1", 1)
                .events());
    Collections.reverse(log);

    List<TimelineEntry> entries = Timeline.empty().after(log.stream()).entries();

    assertThat(entries)
        .extracting(it -> it.event().eventId())
        .containsExactly(Story.id(0), Story.id(1), Story.id(2));
    assertThat(entries)
        .extracting(TimelineEntry::sinceCause)
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(2)));
  }

  @Test
  void the_trace_of_a_host_holds_what_was_before_its_name_was_known() {
    List<InventoryEvent> log =
        new Story()
            .tell("inventory.extraction.started", "10.0.0.1", 1)
            .tell("inventory.extraction.started", "10.0.0.2", 2)
            .tell("inventory.hardware.discovered", "mac-1", 1, Map.of("target", "10.0.0.1"))
            .tell("inventory.hardware.discovered", "mac-2", 2, Map.of("target", "10.0.0.2"))
            .tell("inventory.extraction.failed", "10.0.0.1", 3)
            .events();

    HostTrace trace = HostTrace.of("mac-1", log.stream());

    assertThat(log.stream().filter(trace))
        .extracting(InventoryEvent::eventId)
        .containsExactly(Story.id(0), Story.id(2), Story.id(4));
  }

  @Property(tries = 300)
  void taking_events_in_two_steps_is_taking_them_at_once(
      @ForAll("events") List<InventoryEvent> one, @ForAll("events") List<InventoryEvent> two) {
    List<InventoryEvent> both = new ArrayList<>(one);
    both.addAll(two);

    Timeline timeline = Timeline.empty().after(one.stream()).after(two.stream());

    assertThat(timeline).isEqualTo(Timeline.empty().after(both.stream()));
    assertThat(timeline.events())
        .containsExactlyInAnyOrderElementsOf(both)
        .isSortedAccordingTo(Comparator.comparing(InventoryEvent::timestamp));
  }

  @Provide
  Arbitrary<List<InventoryEvent>> events() {
    return Story.anyEvents();
  }
}
