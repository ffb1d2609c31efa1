package org.leafinventory.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their bytes in ASCII: hosts and types are the same ones again and again. Keeps a bounded
 * number of them. For one thread.
 */
final class Texts {

  private static final int SLOTS = 1 << 14;

  /** Longer ones are rarely the same, and would take much room. */
  private static final int LONGEST = 200;

  private final byte[] @Nullable [] keys = new byte[SLOTS][];
  private final @Nullable String[] texts = new String[SLOTS];

  /** The text of {@code bytes[from, to)}. */
  String of(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    int hash = 0;
    for (int n = from; n < to; n++) {
      hash = 31 * hash + bytes[n];
    }
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    byte[] key = keys[slot];
    String known = texts[slot];
    if (key != null && known != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return known;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    texts[slot] = text;
    return text;
  }
}
