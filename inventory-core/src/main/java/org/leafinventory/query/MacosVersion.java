package org.leafinventory.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of macOS, in the order of versions: {@code 10.15.7} is before {@code 11}, which is
 * before {@code 26.1}.
 *
 * <p>Numbers count as numbers, however long; what is missing at the end counts as 0, so that {@code
 * 14} and {@code 14.0} are the same version. Words stand before any number: {@code 26.0 beta 2} is
 * before {@code 26.0}. Any text is a version. Immutable.
 */
public final class MacosVersion implements Comparable<MacosVersion> {

  private static final Pattern PIECE = Pattern.compile("[0-9]+|\\p{L}+");
  private static final String ZERO = "";

  private final String text;

  /** Numbers without leading zeros, which makes zero the empty text; words in lower case. */
  private final List<String> pieces;

  private MacosVersion(String text) {
    this.text = text;
    List<String> found = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      found.add(
          isDigit(piece.group().charAt(0))
              ? piece.group().replaceFirst("^0+", "")
              : piece.group().toLowerCase(Locale.ROOT));
    }
    while (!found.isEmpty() && found.get(found.size() - 1).equals(ZERO)) {
      found.remove(found.size() - 1);
    }
    this.pieces = List.copyOf(found);
  }

  /** The version that {@code text} names. */
  public static MacosVersion of(String text) {
    return new MacosVersion(text);
  }

  /**
   * Whether this is {@code line} or one of its releases: {@code 14.6.1} is of {@code 14} and of
   * {@code 14.6}, not of {@code 14.6.0}.
   */
  public boolean isOf(MacosVersion line) {
    int depth = line.depth();
    for (int n = 0; n < Math.max(depth, line.pieces.size()); n++) {
      if (!piece(n).equals(line.piece(n))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(MacosVersion other) {
    for (int n = 0; n < Math.max(pieces.size(), other.pieces.size()); n++) {
      int order = compare(piece(n), other.piece(n));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Whether both are the same version, however written. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MacosVersion that && pieces.equals(that.pieces);
  }

  @Override
  public int hashCode() {
    return pieces.hashCode();
  }

  /** The version as it was written. */
  @Override
  public String toString() {
    return text;
  }

  /** How many pieces were written, zeros at the end among them. */
  private int depth() {
    return (int) PIECE.matcher(text).results().count();
  }

  private String piece(int n) {
    return n < pieces.size() ? pieces.get(n) : ZERO;
  }

  private static int compare(String one, String other) {
    boolean number = isNumber(one);
    if (number != isNumber(other)) {
      return number ? 1 : -1;
    }
    return number && one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : one.compareTo(other);
  }

  private static boolean isNumber(String piece) {
    return piece.isEmpty() || isDigit(piece.charAt(0));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
