package org.leafinventory.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** IP addresses as text and as bytes, without a look at the network. */
final class IpText {

  private static final int V4_BYTES = 4;
  private static final int V6_GROUPS = 8;

  private IpText() {}

  /** The four bytes of {@code 10.1.1.10}; empty if it is no address. */
  static Optional<byte[]> parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != V4_BYTES) {
      return Optional.empty();
    }
    byte[] bytes = new byte[V4_BYTES];
    for (int i = 0; i < V4_BYTES; i++) {
      if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 0xff) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return Optional.of(bytes);
  }

  static String printV4(byte[] bytes) {
    return (bytes[0] & 0xff)
        + "."
        + (bytes[1] & 0xff)
        + "."
        + (bytes[2] & 0xff)
        + "."
        + (bytes[3] & 0xff);
  }

  /** The sixteen bytes of {@code fe80::1}; empty if it is no address. */
  static Optional<byte[]> parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.size() == V6_GROUPS).map(IpText::bytes);
    }
    Optional<List<Integer>> head = groups(text.substring(0, gap));
    Optional<List<Integer>> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    int zeros = V6_GROUPS - all.size() - tail.get().size();
    for (int i = 0; i < zeros; i++) {
      all.add(0);
    }
    all.addAll(tail.get());
    return zeros < 1 ? Optional.empty() : Optional.of(bytes(all));
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<byte[]> v4 = i == parts.length - 1 ? parseV4(parts[i]) : Optional.empty();
      if (v4.isPresent()) {
        groups.add((v4.get()[0] & 0xff) << 8 | (v4.get()[1] & 0xff));
        groups.add((v4.get()[2] & 0xff) << 8 | (v4.get()[3] & 0xff));
      } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }

  private static byte[] bytes(List<Integer> groups) {
    byte[] bytes = new byte[2 * V6_GROUPS];
    for (int i = 0; i < V6_GROUPS; i++) {
      bytes[2 * i] = (byte) (groups.get(i) >> 8);
      bytes[2 * i + 1] = groups.get(i).byteValue();
    }
    return bytes;
  }

  /** The form of RFC 5952, as macOS prints it: lower case, the longest run of zeros left out. */
  static String printV6(byte[] bytes) {
    int[] groups = new int[V6_GROUPS];
    Arrays.setAll(groups, i -> (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff));
    int start = 0;
    int length = 0;
    for (int from = 0; from < V6_GROUPS; from++) {
      int to = from;
      while (to < V6_GROUPS && groups[to] == 0) {
        to++;
      }
      if (to - from > length) {
        start = from;
        length = to - from;
      }
    }
    return length < 2
        ? join(groups, 0, V6_GROUPS)
        : join(groups, 0, start) + "::" + join(groups, start + length, V6_GROUPS);
  }

  private static String join(int[] groups, int from, int to) {
    return Arrays.stream(groups, from, to)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining(":"));
  }
}
