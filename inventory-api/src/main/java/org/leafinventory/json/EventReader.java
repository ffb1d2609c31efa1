package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.Printable;

/**
 * Reads one event token by token: a log may hold a million, and binding each through Jackson's
 * reflection takes three times as long. For one event, by one thread.
 */
final class EventReader {

  private final JsonParser in;
  private final String source;

  private @Nullable String eventId;
  private @Nullable String eventType;
  private @Nullable String aggregateId;
  private @Nullable String aggregateType;
  private @Nullable Instant timestamp;
  private @Nullable String correlationId;
  private @Nullable String causationId;
  private Map<String, Object> data = Map.of();

  EventReader(JsonParser in, String source) {
    this.in = in;
    this.source = source;
  }

  InventoryEvent read() throws IOException {
    JsonToken first = in.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw wrong("the document", first == null ? "is empty" : "is not a JSON object");
    }
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      take(key);
    }
    if (in.nextToken() != null) {
      throw wrong(
          "line "
              + in.currentTokenLocation().getLineNr()
              + ", column "
              + in.currentTokenLocation().getColumnNr(),
          "something follows the document");
    }
    return event();
  }

  private void take(String key) throws IOException {
    switch (key) {
      case "event_id" -> eventId = text(key);
      case "event_type" -> eventType = text(key);
      case "aggregate_id" -> aggregateId = text(key);
      case "aggregate_type" -> aggregateType = text(key);
      case "timestamp" -> timestamp = time(key);
      case "correlation_id" -> correlationId = text(key);
      case "causation_id" -> causationId = text(key);
      case "data" -> data = data(key);
      default -> in.skipChildren();
    }
  }

  private InventoryEvent event() {
    UUID id = EventJson.id(required("event_id", eventId));
    String type = required("event_type", eventType);
    return new InventoryEvent(
        id,
        new EventType(type),
        required("aggregate_id", aggregateId),
        aggregateType == null ? type.split("\\.", 2)[0] : aggregateType,
        required("timestamp", timestamp),
        given(correlationId).map(EventJson::id).orElse(id),
        given(causationId).map(EventJson::id),
        data);
  }

  private <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw wrong(key, "is missing");
    }
    return value;
  }

  /** A shell's empty variable, or jq's null as it looks between quotes, is no id. */
  private static Optional<String> given(@Nullable String id) {
    return Optional.ofNullable(id).filter(text -> !text.isEmpty() && !text.equals("null"));
  }

  private @Nullable String text(String key) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token.isScalarValue()) {
      return in.getText();
    }
    throw wrong(key, "is not a text");
  }

  private @Nullable Instant time(String key) throws IOException {
    String text = text(key);
    if (text == null) {
      return null;
    }
    Optional<Instant> time =
        in.currentToken().isNumeric() ? EventTime.ofSeconds(text) : EventTime.parse(text);
    return time.orElseThrow(
        () -> wrong(key, Printable.quote(text) + " is not a time such as 2026-01-24T12:00:00Z"));
  }

  private Map<String, Object> data(String key) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NULL -> Map.of();
      case START_OBJECT -> object();
      default -> throw wrong(key, "is not a JSON object");
    };
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      object.put(key, value());
    }
    return object;
  }

  private List<Object> list() throws IOException {
    List<Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(value());
    }
    return list;
  }

  private @Nullable Object value() throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
      default -> in.getText();
    };
  }

  private JsonFormatException wrong(String where, String reason) {
    return new JsonFormatException(source, where, reason, null);
  }
}
