package org.leafinventory.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A section without what is each host's own and may be anything: names, addresses, free space. Two
 * sections that are alike are both acceptable or neither is. Not thread-safe.
 */
final class Likeness {

  /** The keys whose values the model takes whatever they are, as long as they are texts. */
  private static final Map<String, byte[][]> TEXTS =
      Map.of(
          "network_interfaces", keys("port", "device", "mac_address", "addresses"),
          "volumes", keys("device", "name", "mount_point"));

  /** The keys whose values the model takes whatever they are, as long as they are sizes. */
  private static final Map<String, byte[][]> SIZES =
      Map.of("network_interfaces", keys(), "volumes", keys("size", "free"));

  /** So many digits are surely not more than a {@code long} holds. */
  private static final int SAFE_DIGITS = 18;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Whether sections of this name have anything to leave out. */
  static boolean isFor(Column column) {
    return column.key().isEmpty() && TEXTS.containsKey(column.section());
  }

  /** The likeness of {@code json[from, to)}, which has no white space between its tokens. */
  byte[] of(Column column, byte[] json, int from, int to) {
    byte[][] texts = TEXTS.getOrDefault(column.section(), keys());
    byte[][] sizes = SIZES.getOrDefault(column.section(), keys());
    out.reset();
    boolean freeText = false;
    boolean freeSize = false;
    int n = from;
    while (n < to) {
      int end = tokenEnd(json, n, to);
      if (json[n] == '"' && end < to && json[end] == ':') {
        freeText = isAmong(texts, json, n, end);
        freeSize = isAmong(sizes, json, n, end);
        out.write(json, n, end - n);
      } else if (freeText && isPlainText(json, n, end)) {
        out.write('t');
      } else if (freeSize && isPlainSize(json, n, end)) {
        out.write('s');
      } else {
        out.write(json, n, end - n);
      }
      n = end;
    }
    return out.toByteArray();
  }

  /** The keys as they stand in a document, with their quotes. */
  private static byte[][] keys(String... keys) {
    return Stream.of(keys)
        .map(key -> ('"' + key + '"').getBytes(StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }

  private static boolean isAmong(byte[][] keys, byte[] json, int from, int to) {
    for (byte[] key : keys) {
      if (key.length == to - from && Arrays.equals(key, 0, key.length, json, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static int tokenEnd(byte[] json, int from, int to) {
    int n = from + 1;
    if (json[from] == '"') {
      int close = Bytes.textEnd(json, n, to);
      return close < 0 ? to : close + 1;
    }
    while (isDigit(json[from]) && n < to && isDigit(json[n])) {
      n++;
    }
    return n;
  }

  /** Neither empty nor blank, which some readers take for nothing. */
  private static boolean isPlainText(byte[] json, int from, int to) {
    if (json[from] != '"' || to - from < 3 || json[from + 1] == ' ') {
      return false;
    }
    for (int n = from + 1; n < to - 1; n++) {
      if (json[n] < ' ' || json[n] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainSize(byte[] json, int from, int to) {
    boolean ends = to < json.length && (json[to] == ',' || json[to] == '}');
    return isDigit(json[from])
        && json[from] != '0'
        && to - from <= SAFE_DIGITS
        && json[from - 1] == ':'
        && ends;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
