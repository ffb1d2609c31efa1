package org.leafinventory.index;

import java.util.Arrays;

/**
 * Copies values of a JSON text without their white space, and passes over what is not wanted.
 *
 * <p>It follows the structure of JSON and no more; whatever is out of the ordinary it refuses. Not
 * thread-safe.
 */
class ValueCopier {

  private static final byte PLAIN = 0;
  private static final byte SPACE = 1;
  private static final byte QUOTE = 2;
  private static final byte OPEN = 3;
  private static final byte CLOSE = 4;
  private static final byte MARK = 5;
  private static final byte STRAY = 6;
  private static final byte[] KINDS = kinds();

  private final boolean escapesInKeys;

  // Fields and not parameters, as nearly all of the time of reading a fleet is spent here.
  byte[] in = new byte[0];
  int end;
  int at;
  byte[] out = new byte[8192];
  int length;

  /** A copier; {@code escapesInKeys} where the text is known to escape only what it must. */
  ValueCopier(boolean escapesInKeys) {
    this.escapesInKeys = escapesInKeys;
  }

  /** Begins with {@code text[0, size)}, with nothing copied. */
  final void begin(byte[] text, int size) {
    in = text;
    end = size;
    at = 0;
    length = 0;
  }

  /** Where the object ends that begins at {@code start} of {@code text[0, size)}; -1 if nowhere. */
  final int containerEnd(byte[] text, int start, int size) {
    in = text;
    end = size;
    at = start;
    return skipContainer() ? at : -1;
  }

  /** Takes the value that is {@code text[start, stop)}, white space apart; whether it could. */
  final boolean takeValue(int start, int stop) {
    at = start;
    end = stop;
    return copyValue() && at == stop;
  }

  /** What was taken, one value after the other. */
  final byte[] values() {
    return out;
  }

  final int valuesLength() {
    return length;
  }

  /** The next byte that is not white space, without passing it; -1 at the end. */
  final int next() {
    while (at < end && KINDS[in[at] & 0xff] == SPACE) {
      at = in[at] == '\n' ? Bytes.skipSpaces(in, at + 1, end) : at + 1;
    }
    return at < end ? in[at] & 0xff : -1;
  }

  /** Passes a key; false if it is not closed, empty of sense or has escapes. */
  final boolean skipKey() {
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
  final boolean skipText() {
    int close = Bytes.textEnd(in, at + 1, end);
    at = close + 1;
    return close >= 0;
  }

  /** Passes an object and looks at nothing in it but where it ends. */
  final boolean skipContainer() {
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
  final boolean copyValue() {
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

  final void put(byte b) {
    if (length == out.length) {
      out = Arrays.copyOf(out, length * 2);
    }
    out[length++] = b;
  }

  final void putAll(int start, int stop) {
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
