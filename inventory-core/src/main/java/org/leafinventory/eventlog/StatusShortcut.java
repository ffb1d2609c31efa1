package org.leafinventory.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.projection.HostState;
import org.leafinventory.projection.StatusChange;

/**
 * Takes from the bytes of an event what counts for the status of a host, and nothing else: a
 * million events are read in the time in which a parser makes a hundred thousand. Events that are
 * out of the ordinary it leaves to the parser. For one thread.
 */
final class StatusShortcut extends Wanted.Shortcut<StatusChange> {

  /** The changes of all events. */
  static final Wanted<StatusChange> CHANGES =
      new Wanted<>() {
        @Override
        public Optional<StatusChange> of(InventoryEvent event) {
          return StatusChange.of(event);
        }

        @Override
        public Wanted.Shortcut<StatusChange> shortcut() {
          return new StatusShortcut();
        }
      };

  private static final int EVENT_ID = 0;
  private static final int EVENT_TYPE = 1;
  private static final int AGGREGATE_ID = 2;
  private static final int TIMESTAMP = 3;
  private static final int CORRELATION_ID = 4;
  private static final int REQUIRED = 5;

  private static final int DATA = 7;
  private static final int TARGET = 8;
  private static final int REASON = 9;
  private static final int FIELDS = 12;

  private static final byte[][] MEMBERS =
      keys(
          "event_id",
          "event_type",
          "aggregate_id",
          "timestamp",
          "correlation_id",
          "aggregate_type",
          "causation_id",
          "data");

  /** Of the data; the order of reasons is that in which they count. */
  private static final byte[][] DATA_KEYS = keys("target", "reason", "error", "message");

  private final JsonLine line = new JsonLine();
  private final Texts texts = new Texts();
  private final PlainForms forms = new PlainForms();
  private final Map<String, EventType> types = new HashMap<>();
  private final int[] from = new int[FIELDS];
  private final int[] to = new int[FIELDS];
  private byte[] bytes = new byte[0];
  private Optional<StatusChange> found = Optional.empty();

  @Override
  Optional<StatusChange> found() {
    return found;
  }

  @Override
  int read(byte[] text, int start, int length) {
    bytes = text;
    line.of(text, length);
    Arrays.fill(to, JsonLine.NO);
    int end = line.at(start) == '{' ? members(start) : JsonLine.NO;
    return end == JsonLine.NO || !makeChange() ? JsonLine.NO : pieceEnd(end);
  }

  /** Where the piece ends, if there is nothing else in it. */
  private int pieceEnd(int end) {
    int at = line.blanks(end);
    at = line.at(at) == '\r' ? at + 1 : at;
    if (line.at(at) == '\n') {
      at++;
      return line.at(at) == '{' || line.isEnd(at) ? at : JsonLine.NO;
    }
    return line.isEnd(at) ? at : JsonLine.NO;
  }

  private int members(int start) {
    int at = line.blanks(start + 1);
    while (line.at(at) == '"') {
      int keyEnd = line.keyEnd(at);
      int value = keyEnd == JsonLine.NO ? JsonLine.NO : line.valueOf(keyEnd);
      if (value == JsonLine.NO) {
        return JsonLine.NO;
      }
      int field = indexOf(MEMBERS, at + 1, keyEnd);
      int end = field == DATA ? data(value) : member(field, value);
      at = end == JsonLine.NO ? JsonLine.NO : line.afterMember(end);
      if (at == JsonLine.NO) {
        return JsonLine.NO;
      }
    }
    return line.at(at) == '}' ? at + 1 : JsonLine.NO;
  }

  private int member(int field, int value) {
    boolean id = field == EVENT_ID || field == CORRELATION_ID;
    int end = id ? idEnd(value) : line.valueEnd(value);
    if (field < 0 || end == JsonLine.NO) {
      return end;
    }
    if (line.at(value) != '"') {
      boolean isNull = field >= REQUIRED && line.at(value) == 'n';
      return isNull ? end : JsonLine.NO;
    }
    from[field] = value + 1;
    to[field] = end - 1;
    return end;
  }

  /** What is in an id is looked at when it is read. */
  private int idEnd(int value) {
    int close = value + 1 + PlainForms.ID_LENGTH;
    return line.at(value) == '"' && line.at(close) == '"' ? close + 1 : JsonLine.NO;
  }

  private int data(int value) {
    Arrays.fill(to, TARGET, FIELDS, JsonLine.NO);
    if (line.at(value) != '{') {
      return line.word(value, "null");
    }
    int at = line.blanks(value + 1);
    while (line.at(at) == '"') {
      int keyEnd = line.keyEnd(at);
      int member = keyEnd == JsonLine.NO ? JsonLine.NO : line.valueOf(keyEnd);
      int end = member == JsonLine.NO ? JsonLine.NO : line.valueEnd(member);
      if (end == JsonLine.NO) {
        return JsonLine.NO;
      }
      int key = indexOf(DATA_KEYS, at + 1, keyEnd);
      if (key >= 0) {
        // The last of equal keys counts, whatever it is.
        from[TARGET + key] = member + 1;
        to[TARGET + key] = line.at(member) == '"' ? end - 1 : JsonLine.NO;
      }
      at = line.afterMember(end);
      if (at == JsonLine.NO) {
        return JsonLine.NO;
      }
    }
    return line.at(at) == '}' ? at + 1 : JsonLine.NO;
  }

  /** Whether all that an event needs is there and of the usual form. */
  private boolean makeChange() {
    for (int field = 0; field < REQUIRED; field++) {
      if (to[field] == JsonLine.NO) {
        return false;
      }
    }
    UUID id = PlainForms.id(bytes, from[EVENT_ID], to[EVENT_ID]);
    UUID correlation = PlainForms.id(bytes, from[CORRELATION_ID], to[CORRELATION_ID]);
    Instant time = forms.time(bytes, from[TIMESTAMP], to[TIMESTAMP]);
    if (id == null || correlation == null || time == null) {
      return false;
    }
    EventType type = types.computeIfAbsent(text(EVENT_TYPE), it -> new EventType(it.intern()));
    if (types.size() > 1000) {
      types.clear();
    }
    found = HostState.after(type).map(state -> change(state, type, id, correlation, time));
    return true;
  }

  private StatusChange change(
      HostState state, EventType type, UUID id, UUID correlation, Instant time) {
    return new StatusChange(
        state,
        id,
        type,
        text(AGGREGATE_ID),
        time,
        correlation,
        dataText(TARGET),
        state == HostState.FAILED ? reason() : Optional.empty());
  }

  private Optional<String> reason() {
    for (int field = REASON; field < FIELDS; field++) {
      Optional<String> reason = dataText(field);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private Optional<String> dataText(int field) {
    return to[field] == JsonLine.NO
        ? Optional.empty()
        : Optional.of(text(field)).filter(text -> !text.isBlank());
  }

  private String text(int field) {
    return texts.of(bytes, from[field], to[field]);
  }

  /** Which of {@code keys} stands in {@code bytes[start, stop)}; -1 if none does. */
  private int indexOf(byte[][] keys, int start, int stop) {
    int size = stop - start;
    for (int n = 0; n < keys.length; n++) {
      byte[] key = keys[n];
      if (key.length == size
          && key[0] == bytes[start]
          && Arrays.equals(key, 0, size, bytes, start, stop)) {
        return n;
      }
    }
    return -1;
  }

  private static byte[][] keys(String... keys) {
    byte[][] bytes = new byte[keys.length][];
    for (int n = 0; n < keys.length; n++) {
      bytes[n] = keys[n].getBytes(StandardCharsets.US_ASCII);
    }
    return bytes;
  }
}
