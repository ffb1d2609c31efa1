package org.leafinventory.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Printable;

/**
 * Some versions of macOS, such as {@code >=14,<16}: all that meet each of the conditions.
 *
 * <p>Conditions are {@code >=}, {@code >}, {@code <=}, {@code <}, {@code =} and {@code !=} with a
 * version. {@code =14}, or {@code 14} alone, is every release of macOS 14, and so {@code >14}
 * begins with 15 and {@code <=14} ends with the last 14. Immutable.
 */
public final class VersionRange {

  private static final Pattern CONDITION = Pattern.compile("(>=|>|<=|<|!=|==?|)\\s*([0-9].*)");

  private final String text;
  private final List<Bound> bounds;

  private VersionRange(String text, List<Bound> bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is none; the message shows what was not understood
   */
  public static VersionRange parse(String text) {
    List<Bound> bounds =
        Arrays.stream(text.split(",", -1)).map(part -> bound(part.strip())).toList();
    return new VersionRange(text, bounds);
  }

  /** Whether {@code version} is in the range. */
  public boolean contains(MacosVersion version) {
    return bounds.stream().allMatch(bound -> bound.test.test(version, bound.version));
  }

  /** The range as it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static Bound bound(String condition) {
    Matcher parts = CONDITION.matcher(condition);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          Printable.quote(condition)
              + " is no condition on versions; write one like >=14 or <26.1");
    }
    return new Bound(test(parts.group(1)), MacosVersion.of(parts.group(2)));
  }

  private static BiPredicate<MacosVersion, MacosVersion> test(String operator) {
    return switch (operator) {
      case ">=" -> (one, other) -> one.compareTo(other) >= 0;
      case ">" -> (one, other) -> one.compareTo(other) > 0 && !one.isOf(other);
      case "<=" -> (one, other) -> one.compareTo(other) <= 0 || one.isOf(other);
      case "<" -> (one, other) -> one.compareTo(other) < 0;
      case "!=" -> (one, other) -> !one.isOf(other);
      default -> MacosVersion::isOf;
    };
  }

  private record Bound(BiPredicate<MacosVersion, MacosVersion> test, MacosVersion version) {}
}
