package org.leafinventory.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;

/**
 * Says whether a document that was taken apart is an inventory, and makes its brief. Not
 * thread-safe.
 *
 * <p>The model's reader decides; but what it has accepted in one document it would accept in the
 * next, as no part of the model depends on another. So it is shown only the sections that are new,
 * and hosts of a kind, which differ in names and times, are not shown to it at all. Files of the
 * shell scripts, whose parts do depend on each other, are always read whole.
 */
final class Checker {

  private static final byte[] HEAD =
      ascii(
          "{\"schema_version\":1,\"system_info\":{\"hostname\":\"h\",\"architecture\":\"arm64\"},"
              + "\"hardware\":{\"cpu_cores\":1,\"memory_bytes\":1},"
              + "\"extracted_at\":\"2026-01-24T12:00:00Z\"");

  /** Beyond these, remembering costs more than it saves. */
  private static final int MOST_VALUES = 4096;

  private static final int LONGEST_VALUE = 4096;
  private static final int MOST_BRIEFS = 20_000;

  private final Map<Column, Known> columns = new HashMap<>();
  private final Likeness likeness = new Likeness();
  private final Map<Value, byte[]> briefs = new HashMap<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final ByteArrayOutputStream kind = new ByteArrayOutputStream();
  private byte[] brief = new byte[0];
  private long extractedAt;

  /** Whether {@code document} is an inventory of {@code host}. */
  boolean accepts(DocumentSplitter document, HostName host) {
    return acceptsParts(document, host) || acceptsWhole(document, host);
  }

  /** Whether {@code value[from, to)} is acceptable, whatever stands in the other columns. */
  boolean accepts(Column column, byte[] value, int from, int to, HostName host) {
    return isAccepted(known(column), value, from, to, host);
  }

  /** The brief of the document that was accepted last. */
  byte[] brief() {
    return brief;
  }

  /** When the document that was accepted last was taken, in seconds since 1970. */
  long extractedAt() {
    return extractedAt;
  }

  private boolean acceptsParts(DocumentSplitter document, HostName host) {
    pending.reset();
    kind.reset();
    boolean versioned = false;
    for (int n = 0; n < document.count(); n++) {
      Column column = document.column(n);
      Known known = known(column);
      byte[] bytes = document.bytes(n);
      int from = document.from(n);
      int to = document.to(n);
      versioned |= known.role == Role.VERSION;
      if (known.inBrief) {
        addToKind(column, bytes, from, to);
      }
      if (isAccepted(known, bytes, from, to, host)) {
        continue;
      }
      boolean section = column.key().isEmpty() && bytes[from] != Column.OBJECT;
      if (!section || !isPlain(column.section()) || !isOptional(column)) {
        return false;
      }
      pending.writeBytes(ascii(",\"" + column.section() + "\":"));
      pending.write(bytes, from, to - from);
    }
    byte[] likewise = briefs.get(new Value(kind.toByteArray()));
    if (!versioned || likewise == null || !acceptsPending()) {
      return false;
    }
    brief = likewise;
    if (pending.size() > 0) {
      remember(document);
    }
    return true;
  }

  private boolean isAccepted(Known known, byte[] bytes, int from, int to, HostName host) {
    return switch (known.role) {
      case HOST ->
          to - from == host.value().length() + 2
              && text(bytes, from + 1, to - 1).equals(host.value());
      case EXTRACTED_AT -> isTime(bytes, from, to);
      case BOOT_TIME -> time(bytes, from, to) != null;
      case TEXT -> isPlainText(bytes, from, to);
      case LIKE -> {
        byte[] like = likeness.of(known.column, bytes, from, to);
        yield known.accepted.find(like, 0, like.length) > 0;
      }
      case VERSION, OTHER -> known.accepted.find(bytes, from, to) > 0;
    };
  }

  /** Whether this is a time, which is kept. */
  private boolean isTime(byte[] bytes, int from, int to) {
    Instant time = time(bytes, from, to);
    extractedAt = time == null ? 0 : time.getEpochSecond();
    return time != null;
  }

  private Known known(Column column) {
    Known known = columns.get(column);
    if (known == null) {
      known = new Known(column);
      columns.put(column, known);
    }
    return known;
  }

  /** The sections that are new, in a document of their own. */
  private boolean acceptsPending() {
    if (pending.size() == 0) {
      return true;
    }
    byte[] text = Arrays.copyOf(HEAD, HEAD.length + pending.size() + 1);
    System.arraycopy(pending.toByteArray(), 0, text, HEAD.length, pending.size());
    text[text.length - 1] = '}';
    return read(text) != null;
  }

  private boolean acceptsWhole(DocumentSplitter document, HostName host) {
    HardwareInventory inventory = read(document.compact());
    if (inventory == null || !inventory.hostName().value().equalsIgnoreCase(host.value())) {
      return false;
    }
    brief = Briefs.write(inventory);
    extractedAt = inventory.extractedAt().getEpochSecond();
    for (int n = 0; n < document.count(); n++) {
      if (document.column(n).equals(Role.VERSION_COLUMN)) {
        remember(document);
        rememberBrief(document);
      }
    }
    return true;
  }

  private void remember(DocumentSplitter document) {
    for (int n = 0; n < document.count(); n++) {
      Column column = document.column(n);
      byte[] bytes = document.bytes(n);
      int from = document.from(n);
      int to = document.to(n);
      Known known = known(column);
      Dictionary values = known.accepted;
      if (to - from > LONGEST_VALUE || values.size() >= MOST_VALUES) {
        continue;
      }
      if (known.role == Role.LIKE) {
        byte[] like = likeness.of(column, bytes, from, to);
        values.number(like, 0, like.length);
      } else if (known.role == Role.OTHER || known.role == Role.VERSION) {
        values.number(bytes, from, to);
      }
    }
  }

  private void rememberBrief(DocumentSplitter document) {
    kind.reset();
    for (int n = 0; n < document.count(); n++) {
      Column column = document.column(n);
      if (Role.isInBrief(column)) {
        addToKind(column, document.bytes(n), document.from(n), document.to(n));
      }
    }
    if (briefs.size() < MOST_BRIEFS) {
      briefs.put(new Value(kind.toByteArray()), brief);
    }
  }

  private void addToKind(Column column, byte[] bytes, int from, int to) {
    int hash = column.hashCode();
    kind.write(hash >> 24);
    kind.write(hash >> 16);
    kind.write(hash >> 8);
    kind.write(hash);
    kind.write(bytes, from, to - from);
  }

  /** Whether a document may lack this section. */
  private static boolean isOptional(Column column) {
    return !column.equals(Role.VERSION_COLUMN)
        && !column.equals(Column.SHAPE)
        && !column.equals(Role.TIME_COLUMN)
        && !column.section().equals("system_info")
        && !column.section().equals("hardware");
  }

  private static @Nullable HardwareInventory read(byte[] json) {
    try {
      return InventoryJson.read(json, "latest.json");
    } catch (JsonFormatException e) {
      return null;
    }
  }

  /** Whether this is a text without escapes, in UTF-8. */
  private static boolean isPlainText(byte[] bytes, int from, int to) {
    if (to - from < 2 || bytes[from] != '"') {
      return false;
    }
    boolean ascii = true;
    for (int n = from + 1; n < to - 1; n++) {
      if ((bytes[n] & 0xff) < ' ' || bytes[n] == '\\') {
        return false;
      }
      ascii &= bytes[n] >= 0;
    }
    return ascii
        || new String(bytes, from, to - from, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
  }

  private static boolean isPlain(String key) {
    return key.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
  }

  private static @Nullable Instant time(byte[] bytes, int from, int to) {
    if (!isPlainText(bytes, from, to)) {
      return null;
    }
    try {
      return Instant.parse(text(bytes, from + 1, to - 1));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What is known of a column: looked up once for each value. */
  private static final class Known {

    final Column column;
    final Role role;
    final boolean inBrief;
    final Dictionary accepted = new Dictionary();

    Known(Column column) {
      this.column = column;
      this.role = Role.of(column);
      this.inBrief = Role.isInBrief(column);
    }
  }
}
