package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.leafinventory.event.InventoryEvent;

/**
 * The JSON of an event: one object, written on one line.
 *
 * <p>Reading is as generous as the shell scripts were careless. Required are {@code event_id},
 * {@code event_type}, {@code aggregate_id} and {@code timestamp}. Unknown keys are skipped. An id
 * that is no UUID stands for the one that {@link #id} makes of it; a missing {@code correlation_id}
 * is the event's own id; a missing {@code aggregate_type} the first word of the event type; missing
 * {@code data} are empty; a {@code causation_id} may be missing, {@code null} or empty. A timestamp
 * may be an ISO 8601 time with {@code Z}, with an offset or without one (then it is UTC), or the
 * seconds since 1970. Thread-safe.
 */
public final class EventJson {

  /** Events are read token by token, which needs nothing of what takes a mapper long to set up. */
  private static final JsonFactory TOKENS = new JsonFactory();

  private EventJson() {}

  /** The event on one line, without a line feed. */
  public static String write(InventoryEvent event) {
    try {
      return Mapper.escapeLoneSurrogates(Mapper.JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the data of a " + event.eventType() + " event hold something JSON cannot express", e);
    }
  }

  /**
   * Reads an event.
   *
   * @param source where the line came from, for messages
   * @throws JsonFormatException if the text is not an event
   */
  public static InventoryEvent read(String json, String source) {
    try (JsonParser in = TOKENS.createParser(json)) {
      return new EventReader(in, source).read();
    } catch (JsonProcessingException e) {
      throw Complaint.of(source, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an event from UTF-8; bytes that are none are read as {@code U+FFFD}.
   *
   * @param bytes holds the event from {@code from} on, and only blanks after it before {@code to}
   * @param source where the bytes came from, for messages
   * @throws JsonFormatException if they are not an event
   */
  public static InventoryEvent read(byte[] bytes, int from, int to, String source) {
    try (JsonParser in = TOKENS.createParser(bytes, from, to - from)) {
      return new EventReader(in, source).read();
    } catch (IOException e) {
      return read(new String(bytes, from, to - from, StandardCharsets.UTF_8), source);
    }
  }

  /**
   * The UUID that an id in an event stands for: itself in upper or lower case, or, for other ids as
   * scripts made them up, the name-based UUID (version 3) of its UTF-8.
   */
  public static UUID id(String text) {
    return EventId.parse(text);
  }
}
