package org.leafinventory.redaction;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses in place of addresses. One stays in its class and, seen from the others, in its subnet:
 * see {@code docs/recording.md}.
 */
final class Addresses {

  private static final Pattern GROUP = Pattern.compile("[:-]");

  /** The bits of the first byte that say whether it is of a maker or local, of one or of many. */
  private static final int KIND = 0x03;

  private static final int RESERVED_V4 = 0xf0;
  private static final byte[] DOCUMENTATION_V6 = {0x20, 0x01, 0x0d, (byte) 0xb8};
  private static final byte[] MAPPED_V4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
  private static final byte[] SOLICITED_NODE = {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1};

  private final Prf prf;

  Addresses(Prf prf) {
    this.prf = prf;
  }

  /** Another MAC or EUI-64 address of the same kind, written as {@code text} is. */
  String mac(String text) {
    String[] groups = GROUP.split(text, -1);
    byte[] bytes = new byte[groups.length];
    for (int i = 0; i < groups.length; i++) {
      bytes[i] = (byte) Integer.parseInt(groups[i], 16);
    }
    if (allAre(bytes, 0) || allAre(bytes, -1)) {
      return text;
    }
    byte[] other = mac(bytes);
    char separator = text.charAt(groups[0].length());
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < groups.length; i++) {
      String hex = HexFormat.of().toHexDigits(other[i]);
      out.append(i == 0 ? "" : separator).append(hex.substring(2 - groups[i].length()));
    }
    return sameCase(text, out.toString());
  }

  /** Twelve hexadecimal digits without anything between them. */
  String bareMac(String text) {
    String spaced = text.replaceAll("..(?=.)", "$0:");
    return mac(spaced).replace(":", "");
  }

  private byte[] mac(byte[] bytes) {
    byte[] other = prf.bytes("mac", bytes, bytes.length);
    other[0] = (byte) ((other[0] & ~KIND) | (bytes[0] & KIND));
    return other;
  }

  /** An IPv4 address; one that means the same everywhere stays. */
  String v4(String text) {
    return IpText.parseV4(text).map(this::v4).map(IpText::printV4).orElse(text);
  }

  private byte[] v4(byte[] in) {
    int first = in[0] & 0xff;
    int second = in[1] & 0xff;
    if (first == 0 || first == 127 || isMulticastV4(first) || isMask(in)) {
      return in;
    }
    if (first == 10) {
      return prf.permute("ipv4", in, 8);
    }
    if ((first == 192 && second == 168) || (first == 169 && second == 254)) {
      return prf.permute("ipv4", in, 16);
    }
    if (first == 172 && second >> 4 == 1) {
      return prf.permute("ipv4", in, 12);
    }
    if (first == 100 && second >> 6 == 1) {
      return prf.permute("ipv4", in, 10);
    }
    byte[] out = prf.permute("ipv4", in, 0);
    out[0] = (byte) (RESERVED_V4 | (out[0] & 0x0f));
    return out;
  }

  private static boolean isMulticastV4(int first) {
    return first >> 4 == 0xe;
  }

  /** {@code 255.255.240.0}, {@code 255.255.255.255}. */
  private static boolean isMask(byte[] in) {
    int bits = (in[0] & 0xff) << 24 | (in[1] & 0xff) << 16 | (in[2] & 0xff) << 8 | (in[3] & 0xff);
    return in[0] == -1 && (~bits & (~bits + 1)) == 0;
  }

  /** An IPv6 address; one that means the same everywhere stays. */
  String v6(String text) {
    return IpText.parseV6(text).map(bytes -> v6(text, bytes)).orElse(text);
  }

  private String v6(String text, byte[] in) {
    if (startsWith(in, MAPPED_V4)) {
      return "::ffff:" + IpText.printV4(v4(Arrays.copyOfRange(in, 12, 16)));
    }
    if (isWellKnown(in)) {
      return text;
    }
    return sameCase(text, IpText.printV6(v6(in)));
  }

  private byte[] v6(byte[] in) {
    if (startsWith(in, SOLICITED_NODE)) {
      return prf.permute("ipv6", in, 104);
    }
    if (in[0] == -1) {
      return prf.permute("ipv6", in, 16);
    }
    if (isLinkLocal(in)) {
      return prf.permute("ipv6", in, 64);
    }
    if ((in[0] & 0xfe) == 0xfc) {
      return prf.permute("ipv6", in, 8);
    }
    byte[] out = prf.permute("ipv6", in, 32);
    System.arraycopy(DOCUMENTATION_V6, 0, out, 0, DOCUMENTATION_V6.length);
    return out;
  }

  /** {@code ::}, {@code ::1}, {@code fe80::1} of the loopback interface, {@code ff02::fb}. */
  private static boolean isWellKnown(byte[] in) {
    boolean small = allAre(Arrays.copyOfRange(in, 2, 14), 0);
    boolean none = in[0] == 0 && in[1] == 0 && small && in[14] == 0 && (in[15] & 0xfe) == 0;
    boolean loopback =
        isLinkLocal(in) && in[1] == (byte) 0x80 && small && in[14] == 0 && in[15] == 1;
    return none || loopback || (in[0] == -1 && small);
  }

  private static boolean isLinkLocal(byte[] in) {
    return in[0] == (byte) 0xfe && (in[1] & 0xc0) == 0x80;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static boolean allAre(byte[] bytes, int value) {
    for (byte b : bytes) {
      if (b != value) {
        return false;
      }
    }
    return true;
  }

  /** {@code hex}, in upper case where {@code example} is. */
  static String sameCase(String example, String hex) {
    return example.equals(example.toLowerCase(Locale.ROOT)) ? hex : hex.toUpperCase(Locale.ROOT);
  }
}
