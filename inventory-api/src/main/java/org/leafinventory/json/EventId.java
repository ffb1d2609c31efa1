package org.leafinventory.json;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids in events. The JDK's parser takes texts for UUIDs that are none, and takes its time. */
final class EventId {

  private static final int LENGTH = 36;

  private EventId() {}

  /** The UUID that {@code text} is, or else the name-based one of it. */
  static UUID parse(String text) {
    return text.length() == LENGTH ? ofLength(text) : named(text);
  }

  private static UUID ofLength(String text) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return named(text);
        }
        continue;
      }
      int digit = digit(c);
      if (digit < 0) {
        return named(text);
      }
      if (i < 18) {
        high = high << 4 | digit;
      } else {
        low = low << 4 | digit;
      }
    }
    return new UUID(high, low);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return c < 0x80 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private static UUID named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
