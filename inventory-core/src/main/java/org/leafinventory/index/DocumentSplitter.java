package org.leafinventory.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
final class DocumentSplitter extends ValueCopier {

  private static final byte[] RAW = Column.RAW_SECTION.getBytes(StandardCharsets.UTF_8);

  /** The objects whose values have columns of their own: what is asked for most. */
  private static final Set<String> DIVIDED = Set.of("system_info", "hardware", "power", "security");

  private final ColumnNames names = new ColumnNames();

  private Column[] found = new Column[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int[] sourceFrom = new int[64];
  private int[] sourceTo = new int[64];
  private int count;
  private int rawFrom;
  private int rawTo;
  private byte[] shape = new byte[512];
  private int shapeLength;

  /** A splitter; {@code escapesInKeys} where the text is known to escape only what it must. */
  DocumentSplitter(boolean escapesInKeys) {
    super(escapesInKeys);
  }

  /** Takes {@code text[0, size)} apart; whether it could. */
  boolean split(byte[] text, int size) {
    begin(text, size);
    count = 0;
    shapeLength = 0;
    rawFrom = Integer.MAX_VALUE;
    rawTo = Integer.MAX_VALUE;
    names.tidy();
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

  /** Where in the text the value is; -1 if it is a list of keys. */
  int sourceFrom(int n) {
    return sourceFrom[n];
  }

  int sourceTo(int n) {
    return sourceTo[n];
  }

  /** Where in the text the raw sections begin; beyond it if there are none. */
  int rawFrom() {
    return rawFrom;
  }

  int rawTo() {
    return rawTo;
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
        if (raw || !colon() || next() != '{') {
          return false;
        }
        rawFrom = at;
        if (!skipContainer()) {
          return false;
        }
        rawTo = at;
        raw = true;
      } else {
        if (written++ > 0) {
          put((byte) ',');
        }
        putAll(keyFrom - 1, keyTo + 1);
        if (!colon() || !section(names.name(in, keyFrom, keyTo))) {
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
      return wholeSection(section);
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
        return wholeSection(section);
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
      next();
      int start = length;
      int source = at;
      if (!copyValue()) {
        return false;
      }
      record(names.column(section, names.name(in, keyFrom, keyTo)), start, length, source, at);
      if (!comma()) {
        break;
      }
    }
    recordShape(names.column(section, ""), keys, keys.length);
    return close();
  }

  private boolean wholeSection(String section) {
    next();
    int start = length;
    int source = at;
    boolean copied = copyValue();
    record(names.column(section, ""), start, length, source, at);
    return copied;
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

  private void record(Column column, int start, int stop, int source, int sourceStop) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      sourceFrom = Arrays.copyOf(sourceFrom, count * 2);
      sourceTo = Arrays.copyOf(sourceTo, count * 2);
    }
    found[count] = column;
    from[count] = start;
    sourceFrom[count] = source;
    sourceTo[count] = sourceStop;
    to[count++] = stop;
  }

  private void recordShape(Column column, byte[] keys, int size) {
    if (shapeLength + size > shape.length) {
      shape = Arrays.copyOf(shape, (shapeLength + size) * 2);
    }
    System.arraycopy(keys, 0, shape, shapeLength, size);
    record(column, -shapeLength - 1, shapeLength + size, -1, -1);
    shapeLength += size;
  }

  private static byte[] append(byte[] keys, byte[] source, int start, int stop) {
    byte[] longer = Arrays.copyOf(keys, keys.length + stop - start + 1);
    System.arraycopy(source, start, longer, keys.length, stop - start);
    longer[longer.length - 1] = Column.SEPARATOR;
    return longer;
  }
}
