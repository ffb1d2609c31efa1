package org.leafinventory.eventlog;

import java.util.Random;

/** Text that somebody or something has tampered with. */
public final class SpoiledText {

  private SpoiledText() {}

  /** {@code text} with so many of {@code others} put in or exchanged, or characters taken out. */
  public static String of(String text, String others, int changes, Random random) {
    StringBuilder spoiled = new StringBuilder(text);
    for (int n = 0; n < changes; n++) {
      int at = random.nextInt(spoiled.length());
      char other = others.charAt(random.nextInt(others.length()));
      switch (random.nextInt(3)) {
        case 0 -> spoiled.setCharAt(at, other);
        case 1 -> spoiled.insert(at, other);
        default -> spoiled.deleteCharAt(at);
      }
    }
    return spoiled.toString();
  }
}
