package org.leafinventory.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Goes through a chunk from place to place where a {@link Needle} or an escape stands. For one
 * thread.
 *
 * <p>It looks at eight bytes at a time, for two neighbours of the needle that are rare in this
 * chunk. The words are copied to an array piece by piece, as the virtual machine's first compiler,
 * which is all that a short program sees, makes fast code for arrays alone.
 */
final class Candidates {

  private static final byte ESCAPE = '\\';
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ESCAPES = ONES * ESCAPE;

  /** What turns an upper case letter into a lower case one. */
  private static final int CASE = 0x20;

  /** How many bytes tell what is rare. */
  private static final int SAMPLE = 4096;

  private static final int BLOCK = 1024;

  private final Needle needle;
  private final byte[] text;
  private final int length;
  private final LongBuffer words;
  private final long[] block = new long[BLOCK + 1];
  private int blockStart = -1;

  /** Where in the needle the two neighbours stand. */
  private final int pair;

  private final long first;
  private final long second;
  private final long firstCase;
  private final long secondCase;

  Candidates(Needle needle, Chunk chunk) {
    this.needle = needle;
    text = chunk.bytes();
    length = chunk.length();
    words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    pair = rarestPair();
    first = ONES * needle.lower(pair);
    second = ONES * needle.lower(pair + 1);
    firstCase = needle.lower(pair) == needle.upper(pair) ? 0 : ONES * CASE;
    secondCase = needle.lower(pair + 1) == needle.upper(pair + 1) ? 0 : ONES * CASE;
  }

  /**
   * A place in the first candidate that is at {@code from} or later; the length if there is none.
   */
  int next(int from) {
    int at = mark(from);
    while (at < length && text[at] != ESCAPE && !needle.isAt(text, at - pair, length)) {
      at = mark(at + 1);
    }
    return at;
  }

  private int rarestPair() {
    int[] counts = new int[256];
    for (int n = 0; n < Math.min(length, SAMPLE); n++) {
      counts[text[n] & 0xff]++;
    }
    int rarest = 0;
    long fewest = Long.MAX_VALUE;
    for (int n = 0; n + 1 < needle.length(); n++) {
      long many = (long) count(counts, n) * count(counts, n + 1);
      if (many < fewest) {
        fewest = many;
        rarest = n;
      }
    }
    return rarest;
  }

  /** One more than there are, so that a product tells of both. */
  private int count(int[] counts, int at) {
    byte lower = needle.lower(at);
    byte upper = needle.upper(at);
    return 1 + counts[lower] + (lower == upper ? 0 : counts[upper]);
  }

  /**
   * Where, at {@code from} or later, the pair or an escape may stand. Not less often than they do:
   * of the marks in a word only the lowest is surely true, as subtraction borrows.
   */
  private int mark(int from) {
    int last = (length >> 3) - 1; // The last whole word; it has no neighbour to look at.
    int word = from >> 3;
    long mask = -1L << ((from & 7) << 3);
    while (word < last) {
      load(word);
      int end = Math.min(last - blockStart, BLOCK);
      int marked = mark(word - blockStart, end, mask);
      if (marked >= 0) {
        return (blockStart << 3) + marked;
      }
      mask = -1;
      word = blockStart + end;
    }
    return Math.min(length, Math.max(from, last << 3));
  }

  /**
   * The place of the first mark in the words {@code [from, to)} of the block, of which {@code mask}
   * is what counts of the first; -1 if there is none. Nearly all time is spent here, so nothing is
   * called and nothing is read that does not have to be.
   */
  private int mark(int from, int to, long mask) {
    long[] in = block;
    long firstBytes = first;
    long secondBytes = second;
    long firstLower = firstCase;
    long secondLower = secondCase;
    long seen = mask;
    long word = in[from];
    for (int n = from; n < to; n++) {
      long following = in[n + 1];
      long one = (word | firstLower) ^ firstBytes;
      long two = ((word >>> 8) | (following << 56) | secondLower) ^ secondBytes;
      long escape = word ^ ESCAPES;
      long pairs = (one - ONES) & ~one & (two - ONES) & ~two;
      long marks = (pairs | ((escape - ONES) & ~escape)) & HIGH_BITS & seen;
      if (marks != 0) {
        return (n << 3) + (Long.numberOfTrailingZeros(marks) >> 3);
      }
      seen = -1;
      word = following;
    }
    return -1;
  }

  private void load(int word) {
    if (blockStart < 0 || word < blockStart || word >= blockStart + BLOCK) {
      blockStart = word;
      words.get(word, block, 0, Math.min(block.length, words.limit() - word));
    }
  }
}
