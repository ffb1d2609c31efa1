package org.leafinventory.eventlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for a byte, eight bytes at a time: nothing else takes as much of reading a log. */
final class ByteSearch {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] bytes;
  private final int length;

  /** For the first {@code length} of {@code bytes}. */
  ByteSearch(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /**
   * The place of the first {@code wanted} at {@code from} or later; the length if there is none.
   */
  int indexOf(byte wanted, int from) {
    long pattern = (wanted & 0xffL) * LOW_BITS;
    int at = from;
    for (; at + Long.BYTES <= length; at += Long.BYTES) {
      long other = (long) WORDS.get(bytes, at) ^ pattern;
      // The lowest mark is true; those above may not be, as subtraction borrows.
      long marks = (other - LOW_BITS) & ~other & HIGH_BITS;
      if (marks != 0) {
        return at + (Long.numberOfTrailingZeros(marks) >> 3);
      }
    }
    while (at < length && bytes[at] != wanted) {
      at++;
    }
    return Math.min(at, length);
  }
}
