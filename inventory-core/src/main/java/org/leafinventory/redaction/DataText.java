package org.leafinventory.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.leafinventory.probe.Bytes;

/** Bytes as base64 and as hexadecimal digits, in property lists and in strings. */
final class DataText {

  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n\\x00]]|\\ufffd");

  /** The base64 of four bytes, the least that is looked for. */
  private static final int SHORTEST = 8;

  /** What fits into so few bytes is a number or a flag. */
  private static final int HARMLESS = 4;

  private DataText() {}

  /**
   * The content of a {@code data} element. Texts with NULs between or after them are rewritten one
   * by one; bytes that are no text could be anything, an address among them, and become zeros.
   */
  static String rewrite(Kind kind, String content, Rewriter rewriter) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      return rewriter.text(content);
    }
    String text = Bytes.of(bytes).text();
    if (UNPRINTABLE.matcher(text).find()) {
      return bytes.length <= HARMLESS
          ? content
          : Base64.getEncoder().encodeToString(new byte[bytes.length]);
    }
    String other = texts(kind, text, rewriter);
    return other.equals(text)
        ? content
        : Base64.getEncoder().encodeToString(padded(other, bytes.length));
  }

  private static String texts(Kind kind, String text, Rewriter rewriter) {
    List<String> others = new ArrayList<>();
    for (String part : text.split("\0", -1)) {
      others.add(part.isEmpty() ? part : rewriter.value(kind, part));
    }
    return String.join("\0", others);
  }

  /** As long as before, where NULs at the end give or take. */
  private static byte[] padded(String text, int length) {
    byte[] bytes = Bytes.utf8(text.replaceFirst("\0+$", "")).toArray();
    return Arrays.copyOf(bytes, Math.max(bytes.length, length));
  }

  /** Text that is base64 or hexadecimal of text with something to rewrite in it; other stays. */
  static String rewriteIfEncoded(String text, Rewriter rewriter) {
    if (text.length() < SHORTEST || text.length() % 2 != 0) {
      return text;
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      String other = rewrite(HexFormat.of().parseHex(text), rewriter, HexFormat.of()::formatHex);
      return other.isEmpty() ? text : Addresses.sameCase(text, other);
    }
    if (text.length() % 4 != 0 || !isBase64(text)) {
      return text;
    }
    byte[] bytes = Base64.getDecoder().decode(text);
    String other = rewrite(bytes, rewriter, Base64.getEncoder()::encodeToString);
    return other.isEmpty() ? text : other;
  }

  /** The text in these bytes, rewritten and encoded again; empty if there is nothing to rewrite. */
  private static String rewrite(
      byte[] bytes, Rewriter rewriter, Function<byte[], String> encoding) {
    String text = Bytes.of(bytes).strictText().orElse("");
    String other = texts(Kind.TEXT, text, rewriter);
    return other.equals(text) ? "" : encoding.apply(padded(other, bytes.length));
  }

  private static boolean isBase64(String text) {
    int end = text.length();
    while (end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c > 'z' || (!Character.isLetterOrDigit(c) && c != '+' && c != '/')) {
        return false;
      }
    }
    return true;
  }
}
