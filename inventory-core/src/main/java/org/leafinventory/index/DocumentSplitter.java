package org.leafinventory.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Takes the text of an inventory apart without building a tree: the place of each value, and the
 * document without white space and raw sections.
 *
 * <p>It follows the structure of JSON and no more. What it makes is to be read by a real parser
 * before it is believed; whatever is out of the ordinary (an escape in a key, a byte that JSON has
 * no use for) it leaves to that parser, and answers {@code false}. Of the raw sections it sees only
 * that they are whole: balanced, with closed texts and without stray bytes. Not thread-safe.
 */
final class DocumentSplitter {

  private static final byte PLAIN = 0;
  private static final byte SPACE = 1;
  private static final byte QUOTE = 2;
  private static final byte OPEN = 3;
  private static final byte CLOSE = 4;
  private static final byte MARK = 5;
  private static final byte STRAY = 6;
  private static final byte[] KINDS = kinds();
  private static final byte[] RAW = Column.RAW_SECTION.getBytes(StandardCharsets.UTF_8);

  /** The objects whose values have columns of their own: what is asked for most. */
  private static final Set<String> DIVIDED = Set.of("system_info", "hardware", "power", "security");

  /** Far more names than documents have, so that hostile ones do not fill the memory. */
  private static final int MANY_NAMES = 10_000;

  private final boolean escapesInKeys;
  private final Map<Value, String> names = new HashMap<>();
  private final Map<String, Map<String, Column>> columns = new HashMap<>();

  private byte[] in = new byte[0];
  private int end;
  private int at;
  private byte[] out = new byte[8192];
  private int length;
  private Column[] found = new Column[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int count;
  private byte[] shape = new byte[512];
  private int shapeLength;

  /** A splitter; {@code escapesInKeys} where the text is known to escape only what it must. */
  DocumentSplitter(boolean escapesInKeys) {
    this.escapesInKeys = escapesInKeys;
  }

  /** Takes {@code text[0, size)} apart; whether it could. */
  boolean split(byte[] text, int size) {
    in = text;
    end = size;
    at = 0;
    length = 0;
    count = 0;
    shapeLength = 0;
    if (names.size() > MANY_NAMES) {
      names.clear();
      columns.clear();
    }
    return document();
  }

  /** The document without white space and raw sections. */
  byte[] compact() {
    return Arrays.copyOf(out, length);
  }

  int count() {
    return count;
  }

  Column column(int n) {
    return found[n];
  }

  /** The bytes that {@link #from} and {@link #to} count in. */
  byte[] bytes(int n) {
    return from[n] < 0 ? shape : out;
  }

  int from(int n) {
    return from[n] < 0 ? -from[n] - 1 : from[n];
  }

  int to(int n) {
    return to[n];
  }

  private boolean document() {
    if (!open()) {
      return false;
    }
    boolean raw = false;
    byte[] top = new byte[0];
    int written = 0;
    while (next() == '"') {
      int keyFrom = at + 1;
      if (!skipKey()) {
        return false;
      }
      int keyTo = at - 1;
      top = append(top, in, keyFrom, keyTo);
      boolean isRaw = Arrays.equals(in, keyFrom, keyTo, RAW, 0, RAW.length);
      if (isRaw) {
        if (raw || !colon() || !skipContainer()) {
          return false;
        }
        raw = true;
      } else {
        if (written++ > 0) {
          put((byte) ',');
        }
        putAll(keyFrom - 1, keyTo + 1);
        if (!colon() || !section(name(keyFrom, keyTo))) {
          return false;
        }
      }
      if (!comma()) {
        break;
      }
    }
    if (!close()) {
      return false;
    }
    recordShape(Column.SHAPE, top, top.length);
    return next() < 0;
  }

  private boolean section(String section) {
    put((byte) ':');
    if (next() != '{' || !DIVIDED.contains(section)) {
      int start = length;
      boolean copied = copyValue();
      record(column(section, ""), start, length);
      return copied;
    }
    int objectAt = at;
    int objectLength = length;
    int objectCount = count;
    open();
    byte[] keys = {Column.OBJECT};
    int members = 0;
    while (next() == '"') {
      int keyFrom = at + 1;
      if (!skipKey()) {
        return false;
      }
      int keyTo = at - 1;
      if (keyFrom == keyTo) {
        // No column has such a name: the object is kept as a whole.
        at = objectAt;
        length = objectLength;
        count = objectCount;
        boolean copied = copyValue();
        record(column(section, ""), objectLength, length);
        return copied;
      }
      if (members++ > 0) {
        put((byte) ',');
      }
      keys = append(keys, in, keyFrom, keyTo);
      putAll(keyFrom - 1, keyTo + 1);
      if (!colon()) {
        return false;
      }
      put((byte) ':');
      int start = length;
      if (!copyValue()) {
        return false;
      }
      record(column(section, name(keyFrom, keyTo)), start, length);
      if (!comma()) {
        break;
      }
    }
    recordShape(column(section, ""), keys, keys.length);
    return close();
  }

  private boolean open() {
    if (next() != '{') {
      return false;
    }
    at++;
    put((byte) '{');
    return true;
  }

  private boolean close() {
    if (next() != '}') {
      return false;
    }
    at++;
    put((byte) '}');
    return true;
  }

  private boolean colon() {
    if (next() != ':') {
      return false;
    }
    at++;
    return true;
  }

  /** Passes a comma; whether there was one, with another key behind it. */
  private boolean comma() {
    if (next() != ',') {
      return false;
    }
    at++;
    return next() == '"';
  }

  /** The next byte that is not white space, without passing it; -1 at the end. */
  private int next() {
    while (at < end && KINDS[in[at] & 0xff] == SPACE) {
      at = in[at] == '\n' ? Bytes.skipSpaces(in, at + 1, end) : at + 1;
    }
    return at < end ? in[at] & 0xff : -1;
  }

  /** Passes a key; false if it is not closed, empty of sense or has escapes. */
  private boolean skipKey() {
    for (int i = at + 1; i < end; i++) {
      byte b = in[i];
      if (b == '"') {
        at = i + 1;
        return true;
      }
      if (b == '\\' && escapesInKeys) {
        i++;
      } else if (b == '\\' || (b & 0xff) < ' ') {
        return false;
      }
    }
    return false;
  }

  /** Passes the text that begins here; false if it is not closed. */
  private boolean skipText() {
    int close = Bytes.textEnd(in, at + 1, end);
    at = close + 1;
    return close >= 0;
  }

  /** Passes an object and looks at nothing in it but where it ends. */
  private boolean skipContainer() {
    if (next() != '{') {
      return false;
    }
    // Local copies: this loop sees nearly every byte of every file.
    byte[] text = in;
    byte[] kinds = KINDS;
    int stop = end;
    int curly = 0;
    int square = 0;
    int n = at;
    while (n < stop) {
      byte b = text[n];
      byte kind = kinds[b & 0xff];
      if (kind == QUOTE) {
        n = Bytes.textEnd(text, n + 1, stop);
        if (n < 0) {
          return false;
        }
      } else if (kind > QUOTE) {
        if (kind == STRAY) {
          return false;
        }
        if (b == '{') {
          curly++;
        } else if (b == '[') {
          square++;
        } else if (b == ']') {
          square--;
        } else if (b == '}' && --curly == 0) {
          at = n + 1;
          return square == 0;
        }
      } else if (b == '\n') {
        // Indented text is a third white space.
        n = Bytes.skipSpaces(text, n + 1, stop) - 1;
      }
      n++;
    }
    return false;
  }

  /** Copies a value without its white space; false if its end is not to be seen. */
  private boolean copyValue() {
    int depth = 0;
    next();
    boolean scalar = false;
    while (at < end) {
      byte b = in[at];
      byte kind = KINDS[b & 0xff];
      if (kind == PLAIN) {
        scalar = true;
        put(b);
        at++;
        continue;
      }
      if (scalar && depth == 0) {
        return true;
      }
      if (kind == SPACE) {
        next();
        // White space within a number or a word would be lost.
        if (scalar && at < end && KINDS[in[at] & 0xff] == PLAIN) {
          return false;
        }
        scalar = false;
        continue;
      }
      scalar = false;
      if (kind == QUOTE) {
        int start = at;
        if (!skipText()) {
          return false;
        }
        putAll(start, at);
        if (depth == 0) {
          return true;
        }
        continue;
      }
      if (kind == STRAY || (depth == 0 && kind != OPEN)) {
        return false;
      }
      put(b);
      at++;
      if (kind == OPEN) {
        depth++;
      } else if (kind == CLOSE && --depth == 0) {
        return true;
      }
    }
    return false;
  }

  private String name(int keyFrom, int keyTo) {
    return names.computeIfAbsent(
        new Value(Arrays.copyOfRange(in, keyFrom, keyTo)),
        key -> Keys.decode(new String(key.bytes(), StandardCharsets.UTF_8)));
  }

  private Column column(String section, String key) {
    return columns
        .computeIfAbsent(section, name -> new HashMap<>())
        .computeIfAbsent(key, name -> new Column(section, name));
  }

  private void record(Column column, int start, int stop) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    found[count] = column;
    from[count] = start;
    to[count++] = stop;
  }

  private void recordShape(Column column, byte[] keys, int size) {
    if (shapeLength + size > shape.length) {
      shape = Arrays.copyOf(shape, (shapeLength + size) * 2);
    }
    System.arraycopy(keys, 0, shape, shapeLength, size);
    record(column, -shapeLength - 1, shapeLength + size);
    shapeLength += size;
  }

  private static byte[] append(byte[] keys, byte[] source, int start, int stop) {
    byte[] longer = Arrays.copyOf(keys, keys.length + stop - start + 1);
    System.arraycopy(source, start, longer, keys.length, stop - start);
    longer[longer.length - 1] = Column.SEPARATOR;
    return longer;
  }

  private void put(byte b) {
    if (length == out.length) {
      out = Arrays.copyOf(out, length * 2);
    }
    out[length++] = b;
  }

  private void putAll(int start, int stop) {
    int size = stop - start;
    if (length + size > out.length) {
      out = Arrays.copyOf(out, (length + size) * 2);
    }
    System.arraycopy(in, start, out, length, size);
    length += size;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, STRAY);
    for (char c : "0123456789+-.eEtrufalsn".toCharArray()) {
      kinds[c] = PLAIN;
    }
    for (char c : " \t\r\n".toCharArray()) {
      kinds[c] = SPACE;
    }
    kinds['"'] = QUOTE;
    kinds['{'] = OPEN;
    kinds['['] = OPEN;
    kinds['}'] = CLOSE;
    kinds[']'] = CLOSE;
    kinds[','] = MARK;
    kinds[':'] = MARK;
    return kinds;
  }
}
