package org.leafinventory.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * <p>All events of one extraction share its correlation id; each points at the one before by its
 * causation id. Immutable and thread-safe.
 *
 * @param eventId identifies this event
 * @param eventType what it tells
 * @param aggregateId what it is about: the host name, before that is known the target
 * @param aggregateType what sort of thing that is: {@code inventory}, {@code host_config}
 * @param timestamp when it happened
 * @param correlationId shared by all that belongs together
 * @param causationId the event that led to this one; empty for the first
 * @param data what else there is to say: strings, numbers, booleans, lists and maps of these
 */
@JsonNaming(SnakeCaseStrategy.class)
public record InventoryEvent(
    UUID eventId,
    EventType eventType,
    String aggregateId,
    String aggregateType,
    Instant timestamp,
    UUID correlationId,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<UUID> causationId,
    Map<String, Object> data) {

  /** Keeps a copy of {@code data}, in its order, with the lists and maps in it. */
  public InventoryEvent {
    data = copy(data);
  }

  private static <K> Map<K, Object> copy(Map<K, ?> map) {
    Map<K, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(key, copyOf(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copyOf(element)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }
}
