package org.leafinventory.nix.leafconfig;

import java.util.regex.Pattern;

/** Text for a message: one line, no control characters, a bounded length. */
final class OneLine {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
  private static final int LIMIT = 600;

  private OneLine() {}

  static String of(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) > LIMIT
        ? line.substring(0, line.offsetByCodePoints(0, LIMIT)) + "…"
        : line;
  }
}
