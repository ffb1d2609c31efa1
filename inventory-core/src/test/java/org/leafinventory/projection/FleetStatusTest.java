package org.leafinventory.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leafinventory.event.InventoryEvent;

class FleetStatusTest {

  private static final String TARGET = "ssh://admin@10.0.0.1";

  @Test
  void a_host_goes_from_state_to_state() {
    Story story = new Story().tell("inventory.extraction.started", TARGET, 1);
    assertThat(states(story)).isEqualTo(Map.of(TARGET, HostState.EXTRACTING));

    story.tell("inventory.hardware.discovered", "mac-1", 1, Map.of("target", TARGET));
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.DISCOVERED));
    story.tell("inventory.extraction.completed", "mac-1", 1, Map.of("target", TARGET));
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.INVENTORY_COMPLETE));
    story.tell("config.generation.started", "mac-1", 2);
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.INVENTORY_COMPLETE));
    story.tell("config.generation.completed", "mac-1", 2);
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.CONFIGURED));
    story.tell("deployment.started", "mac-1", 3).tell("deployment.completed", "mac-1", 3);
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.DEPLOYED));
    story.tell("inventory.extraction.started", TARGET, 4);
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.EXTRACTING));
    story.tell("inventory.extraction.failed", TARGET, 4, Map.of("reason", "no route"));
    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.FAILED));
    assertThat(status(story).of(TARGET).orElseThrow().reason()).contains("no route");
  }

  @Test
  void a_target_that_never_answered_stands_for_itself() {
    Story story =
        new Story()
            .tell("inventory.extraction.started", TARGET, 1)
            .tell("inventory.extraction.failed", TARGET, 1, Map.of("error", "refused"));

    assertThat(status(story).of(TARGET))
        .get()
        .extracting(HostStatus::state, HostStatus::reason)
        .containsExactly(HostState.FAILED, Optional.of("refused"));
    assertThat(status(story).of("mac-1")).isEmpty();
  }

  @Test
  void events_that_do_not_name_their_target_are_joined_by_their_correlation() {
    Story story =
        new Story()
            .tell("inventory.extraction.started", "10.0.0.1", 1)
            .tell("inventory.extraction.started", "10.0.0.2", 2)
            .tell("inventory.hardware.discovered", "mac-2", 2)
            .tell("inventory.hardware.discovered", "mac-1", 1);

    assertThat(states(story).keySet()).containsExactlyInAnyOrder("mac-1", "mac-2");
    assertThat(status(story).targets()).isEqualTo(Map.of("10.0.0.1", "mac-1", "10.0.0.2", "mac-2"));
  }

  @Test
  void scripts_that_name_the_host_from_the_beginning_are_understood() {
    Story story =
        new Story()
            .tell("inventory.extraction.started", "mac-1", 1)
            .tell("inventory.extraction.completed", "mac-1", 1);

    assertThat(states(story)).isEqualTo(Map.of("mac-1", HostState.INVENTORY_COMPLETE));
    assertThat(status(story).open()).isEmpty();
  }

  @Test
  void what_comes_late_changes_nothing() {
    List<InventoryEvent> events =
        new Story()
            .tell("inventory.extraction.started", TARGET, 1)
            .tell("inventory.hardware.discovered", "mac-1", 1, Map.of("target", TARGET))
            .tell("inventory.extraction.completed", "mac-1", 1, Map.of("target", TARGET))
            .events();

    for (int seed = 0; seed < 6; seed++) {
      List<InventoryEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(FleetStatus.empty().after(shuffled).hosts())
          .isEqualTo(FleetStatus.empty().after(events).hosts());
    }
  }

  @Property(tries = 500)
  void taking_events_in_two_steps_is_taking_them_at_once(
      @ForAll("events") List<InventoryEvent> one, @ForAll("events") List<InventoryEvent> two) {
    List<InventoryEvent> both = new ArrayList<>(one);
    both.addAll(two);

    assertThat(FleetStatus.empty().after(one).after(two))
        .isEqualTo(FleetStatus.empty().after(both));
  }

  @Property(tries = 300)
  void events_of_other_kinds_change_nothing(@ForAll("events") List<InventoryEvent> events) {
    List<InventoryEvent> telling =
        events.stream().filter(it -> HostState.after(it.eventType()).isPresent()).toList();

    assertThat(FleetStatus.empty().after(telling)).isEqualTo(FleetStatus.empty().after(events));
  }

  @Property(tries = 300)
  void each_status_rests_on_an_event_and_none_is_later(
      @ForAll("events") List<InventoryEvent> events) {
    FleetStatus fleet = FleetStatus.empty().after(events);

    assertThat(fleet.hosts())
        .allSatisfy(
            (name, status) -> {
              assertThat(status.host()).isEqualTo(name);
              assertThat(HostState.after(status.eventType())).contains(status.state());
              assertThat(events)
                  .filteredOn(it -> it.aggregateId().equals(name))
                  .filteredOn(it -> HostState.after(it.eventType()).isPresent())
                  .allMatch(it -> !it.timestamp().isAfter(status.at()) || isJoined(fleet, name));
            });
  }

  @Provide
  Arbitrary<List<InventoryEvent>> events() {
    return Story.anyEvents();
  }

  /** A target that became a host left its events to it. */
  private static boolean isJoined(FleetStatus fleet, String name) {
    return fleet.targets().containsKey(name);
  }

  private static FleetStatus status(Story story) {
    return FleetStatus.empty().after(story.events());
  }

  private static Map<String, HostState> states(Story story) {
    Map<String, HostState> states = new TreeMap<>();
    status(story).hosts().forEach((name, host) -> states.put(name, host.state()));
    return states;
  }
}
