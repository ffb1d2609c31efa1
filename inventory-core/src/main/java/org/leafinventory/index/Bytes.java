package org.leafinventory.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Byte strings looked at eight bytes at a time, as nearly all time is spent on looking at them. */
final class Bytes {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long SPACES = ONES * ' ';

  /** Odd, with its bits well mixed: the golden ratio. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private Bytes() {}

  /** A number for {@code source[from, to)} that others rarely have. */
  static int hash(byte[] source, int from, int to) {
    long hash = FACTOR;
    int n = from;
    for (; n + Long.BYTES <= to; n += Long.BYTES) {
      hash = mixed(hash ^ (long) WORDS.get(source, n));
    }
    for (; n < to; n++) {
      hash = mixed(hash ^ source[n]);
    }
    return (int) (hash ^ (hash >>> Integer.SIZE));
  }

  private static long mixed(long bits) {
    long product = bits * FACTOR;
    return product ^ (product >>> Integer.SIZE);
  }

  /** The first byte that is not a space in {@code text[from, end)}; {@code end} if all are. */
  static int skipSpaces(byte[] text, int from, int end) {
    int n = from;
    while (n + Long.BYTES <= end) {
      long other = (long) WORDS.get(text, n) ^ SPACES;
      if (other != 0) {
        return n + (Long.numberOfTrailingZeros(other) >>> 3);
      }
      n += Long.BYTES;
    }
    while (n < end && text[n] == ' ') {
      n++;
    }
    return n;
  }

  /**
   * Where the JSON text that {@code from} is in is closed, before {@code end}; -1 if nowhere or
   * behind a control character.
   */
  static int textEnd(byte[] text, int from, int end) {
    int n = from;
    while (n < end) {
      while (n + Long.BYTES <= end) {
        long special = special((long) WORDS.get(text, n));
        if (special != 0) {
          n += Long.numberOfTrailingZeros(special) >>> 3;
          break;
        }
        n += Long.BYTES;
      }
      if (n == end) {
        return -1;
      }
      byte b = text[n];
      if (b == '"') {
        return n;
      }
      if (b >= 0 && b < ' ') {
        return -1;
      }
      n += b == '\\' ? 2 : 1;
    }
    return -1;
  }

  /**
   * Marks the bytes of a word that end a text or are an exception in it. The lowest mark is true;
   * those above may not be, as subtraction borrows.
   */
  private static long special(long word) {
    long quotes = word ^ QUOTES;
    long backslashes = word ^ BACKSLASHES;
    return (((quotes - ONES) & ~quotes)
            | ((backslashes - ONES) & ~backslashes)
            | ((word - SPACES) & ~word))
        & HIGH_BITS;
  }
}
