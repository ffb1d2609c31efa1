package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name under which a machine is filed: safe as a folder name, as a Nix attribute name, in a URL
 * and in a log line, whatever a hostile machine answered.
 *
 * <p>1 to 63 ASCII letters, digits, {@code -}, {@code _} and {@code .}; it begins and ends with a
 * letter or digit and holds no {@code ..}. Case is kept, as {@code darwin-rebuild} looks a machine
 * up by its exact local host name. In JSON it is a plain string.
 *
 * @param value the name itself
 */
public record HostName(@JsonValue String value) implements Comparable<HostName> {

  private static final int MAX_LENGTH = 63;
  private static final Pattern RFC_1123 =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if {@code value} is not a safe host name; the message shows
   *     the offender with control characters escaped and cut to a readable length
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HostName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "not a usable host name: "
              + Printable.quote(value)
              + "; use 1 to "
              + MAX_LENGTH
              + " letters, digits, '-', '_' or '.', beginning and ending with a letter or digit");
    }
  }

  /**
   * The name {@code value}.
   *
   * @throws IllegalArgumentException if it is not a safe host name
   */
  public static HostName of(String value) {
    return new HostName(value);
  }

  /** The name {@code value}, or empty if it is not a safe host name. */
  public static Optional<HostName> tryParse(String value) {
    return isValid(value) ? Optional.of(new HostName(value)) : Optional.empty();
  }

  /** Whether macOS takes this name as its host name (RFC 1123: no underscore, no dot). */
  public boolean isRfc1123() {
    return RFC_1123.matcher(value).matches();
  }

  /** Without a pattern, as lists of a large fleet check as many names. */
  private static boolean isValid(String value) {
    int last = value.length() - 1;
    if (last < 0 || last >= MAX_LENGTH) {
      return false;
    }
    for (int n = 0; n <= last; n++) {
      char c = value.charAt(n);
      boolean within = n > 0 && n < last;
      boolean dot = c == '.' && value.charAt(Math.max(0, n - 1)) != '.';
      if (!isLetterOrDigit(c) && !(within && (c == '-' || c == '_' || dot))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  /** The name itself. */
  @Override
  public String toString() {
    return value;
  }
}
