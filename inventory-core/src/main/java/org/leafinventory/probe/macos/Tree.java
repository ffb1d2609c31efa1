package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.ByteSize;
import org.leafinventory.probe.Bytes;

/**
 * Careful reading of trees that any machine may have sent: what is not there or not right is empty.
 */
final class Tree {

  private static final Set<String> YES = Set.of("yes", "true", "1");
  private static final Set<String> NO = Set.of("no", "false", "0");
  private static final Pattern INTEGER = Pattern.compile("([0-9]{1,9})(?:[\\s\\u00a0\\u202f]*%)?");
  private static final Pattern BINARY_SIZE =
      Pattern.compile("([0-9]{1,9})(?:[.,]([0-9]{1,6}))?[\\s\\u00a0\\u202f]*([KMGT])i?B");

  /** What stands where there is no value, in the words of various systems and makers. */
  private static final Set<String> NOTHING =
      Set.of(
          "unknown",
          "not available",
          "not provided",
          "none",
          "n/a",
          "empty",
          "-",
          "(null)",
          "null",
          "undefined");

  private static final Pattern ZERO = Pattern.compile("(?:0x)?0+");

  private static final long MAX_BYTES = 1L << 53;

  private Tree() {}

  /** The text of a key, trimmed; of data, as text up to the first NUL. */
  static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isTextual()) {
      return clean(value.textValue());
    }
    if (value.isBinary()) {
      return clean(beforeNul(value));
    }
    return value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** The text of a key, unless it is zero or says that there is none. */
  static Optional<String> known(JsonNode node, String key) {
    return text(node, key)
        .filter(value -> !NOTHING.contains(value.toLowerCase(Locale.ROOT)))
        .filter(value -> !ZERO.matcher(value).matches());
  }

  /** The text of the first of these keys that has one. */
  static Optional<String> firstText(JsonNode node, String... keys) {
    for (String key : keys) {
      Optional<String> text = text(node, key);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The text trimmed of white space of any kind; empty if nothing is left. */
  static Optional<String> clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start < end ? Optional.of(text.substring(start, end)) : Optional.empty();
  }

  private static boolean isBlank(char c) {
    return c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String beforeNul(JsonNode value) {
    String text = Bytes.of(((BinaryNode) value).binaryValue()).strictText().orElse("");
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  /** A truth value, as a boolean or as one of the words that {@code system_profiler} uses. */
  static Optional<Boolean> bool(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    String word = value.asText().toLowerCase(Locale.ROOT).replaceFirst("^sp[a-z]*_", "");
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** A count, as a number or as text, with or without a percent sign. */
  static OptionalInt count(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isIntegralNumber()) {
      return value.canConvertToInt() && value.intValue() >= 0
          ? OptionalInt.of(value.intValue())
          : OptionalInt.empty();
    }
    Matcher matcher = INTEGER.matcher(value.asText().strip());
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** A number of bytes, no more than every reader of JSON can hold exactly. */
  static Optional<ByteSize> bytes(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= MAX_BYTES
        ? Optional.of(ByteSize.ofBytes(value.longValue()))
        : Optional.empty();
  }

  /** Memory as text in binary units: {@code 8 GB}, {@code 16384 MB}, {@code 22,63 GB}. */
  static Optional<ByteSize> memory(JsonNode node, String key) {
    Matcher matcher = BINARY_SIZE.matcher(node.path(key).asText().strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit = 1L << (10 * (1 + "KMGT".indexOf(matcher.group(3))));
    long whole = Long.parseLong(matcher.group(1));
    if (whole >= MAX_BYTES / unit) {
      return Optional.empty();
    }
    String fraction = matcher.group(2) == null ? "0" : matcher.group(2);
    double part = Double.parseDouble("0." + fraction);
    return Optional.of(ByteSize.ofBytes(whole * unit + Math.round(part * unit)));
  }

  /** The elements of an array, or none. */
  static List<JsonNode> items(JsonNode node, String key) {
    return items(node.path(key));
  }

  /** The elements of an array, or none. */
  static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    if (array.isArray()) {
      array.forEach(items::add);
    }
    return items;
  }
}
