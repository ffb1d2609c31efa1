package org.leafinventory.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks for a byte, eight bytes at a time: nothing else takes as much of reading a log. */
final class ByteSearch {

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int STRIDE = 32;

  private final byte[] bytes;
  private final ByteBuffer words;
  private final int length;

  /** For the first {@code length} of {@code bytes}. */
  ByteSearch(byte[] bytes, int length) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.length = length;
  }

  /**
   * The place of the first {@code wanted} at {@code from} or later; the length if there is none.
   */
  int indexOf(byte wanted, int from) {
    long pattern = (wanted & 0xffL) * LOW_BITS;
    int at = from;
    while (at + STRIDE <= length && !isWithinStride(at, pattern)) {
      at += STRIDE;
    }
    while (at < length && bytes[at] != wanted) {
      at++;
    }
    return Math.min(at, length);
  }

  private boolean isWithinStride(int at, long pattern) {
    long hits =
        zeros(words.getLong(at) ^ pattern)
            | zeros(words.getLong(at + 8) ^ pattern)
            | zeros(words.getLong(at + 16) ^ pattern)
            | zeros(words.getLong(at + 24) ^ pattern);
    return hits != 0;
  }

  /** Not zero if, and only if, one of the eight bytes is zero. */
  private static long zeros(long word) {
    return (word - LOW_BITS) & ~word & HIGH_BITS;
  }
}
