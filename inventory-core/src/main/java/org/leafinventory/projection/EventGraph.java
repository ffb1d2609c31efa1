package org.leafinventory.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;

/**
 * Which event led to which. Immutable and thread-safe.
 *
 * <p>Made for any log: an event may name a cause that is not there, and in the log of a careless
 * program even causes that go in a circle. An event that is there twice, as it is after an append
 * that was tried again, counts once.
 *
 * @param events the events by their id, in the order of the log
 */
public record EventGraph(Map<UUID, InventoryEvent> events) {

  private static final EventGraph EMPTY = new EventGraph(Map.of());

  /**
   * An event and those it led to.
   *
   * @param event the event
   * @param depth how many events led to it, one to the other
   */
  public record Step(InventoryEvent event, int depth) {}

  /** Keeps a copy, in its order. */
  public EventGraph {
    events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
  }

  /** No events. */
  public static EventGraph empty() {
    return EMPTY;
  }

  /**
   * The graph with {@code more} as well. Taking events in several steps gives the same as taking
   * them all at once.
   */
  public EventGraph after(Stream<InventoryEvent> more) {
    Map<UUID, InventoryEvent> all = new LinkedHashMap<>(events);
    more.forEachOrdered(event -> all.putIfAbsent(event.eventId(), event));
    return new EventGraph(all);
  }

  /** The graph of each correlation alone, in the order in which they first occur. */
  public Map<UUID, EventGraph> correlations() {
    Map<UUID, Map<UUID, InventoryEvent>> parts = new LinkedHashMap<>();
    events.forEach(
        (id, event) ->
            parts
                .computeIfAbsent(event.correlationId(), it -> new LinkedHashMap<>())
                .put(id, event));
    Map<UUID, EventGraph> graphs = new LinkedHashMap<>();
    parts.forEach((id, part) -> graphs.put(id, new EventGraph(part)));
    return graphs;
  }

  /** The event that led to {@code event}; empty if it names none or that one is not here. */
  public Optional<InventoryEvent> cause(InventoryEvent event) {
    return event.causationId().map(events::get);
  }

  /** The cause that {@code event} names, if that is not here. */
  public Optional<UUID> absentCause(InventoryEvent event) {
    return event.causationId().filter(cause -> !events.containsKey(cause));
  }

  /**
   * The events as trees, each event before those it led to. An event whose cause is not here begins
   * a tree, and so does one of those whose causes go in a circle.
   */
  public List<Step> trees() {
    Map<UUID, List<InventoryEvent>> effects = new LinkedHashMap<>();
    List<InventoryEvent> roots = new ArrayList<>();
    for (InventoryEvent event : events.values()) {
      cause(event)
          .map(cause -> effects.computeIfAbsent(cause.eventId(), id -> new ArrayList<>()))
          .orElse(roots)
          .add(event);
    }
    List<Step> steps = new ArrayList<>();
    Set<UUID> visited = new HashSet<>();
    roots.forEach(root -> walk(root, effects, visited, steps));
    events.values().forEach(event -> walk(event, effects, visited, steps));
    return steps;
  }

  /** Not by recursion, as a chain may be longer than a stack is deep. */
  private static void walk(
      InventoryEvent root,
      Map<UUID, List<InventoryEvent>> effects,
      Set<UUID> visited,
      List<Step> steps) {
    List<Step> waiting = new ArrayList<>(List.of(new Step(root, 0)));
    while (!waiting.isEmpty()) {
      Step step = waiting.remove(waiting.size() - 1);
      if (visited.add(step.event().eventId())) {
        steps.add(step);
        List<InventoryEvent> next = effects.getOrDefault(step.event().eventId(), List.of());
        for (int i = next.size() - 1; i >= 0; i--) {
          waiting.add(new Step(next.get(i), step.depth() + 1));
        }
      }
    }
  }
}
