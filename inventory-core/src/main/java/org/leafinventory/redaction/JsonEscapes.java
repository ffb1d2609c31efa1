package org.leafinventory.redaction;

/** The escapes inside of JSON strings. */
final class JsonEscapes {

  private static final int HEX_DIGITS = 4;
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private static final String LETTERS = "\"\\/bfnrt";

  private JsonEscapes() {}

  /** What {@code raw} means; an escape that is none stays as it is. */
  static String decode(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      char next = c == '\\' && at < raw.length() ? raw.charAt(at) : 0;
      int letter = next == 0 ? -1 : LETTERS.indexOf(next);
      if (letter >= 0) {
        out.append(ESCAPED.charAt(letter));
        at++;
      } else if (next == 'u' && isHex(raw, at + 1)) {
        out.append((char) Integer.parseInt(raw.substring(at + 1, at + 1 + HEX_DIGITS), 16));
        at += 1 + HEX_DIGITS;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHex(String raw, int from) {
    int to = from + HEX_DIGITS;
    return to <= raw.length() && raw.substring(from, to).matches("[0-9A-Fa-f]+");
  }

  static String encode(String text) {
    return encode(text, false);
  }

  /** The same with nothing but ASCII. */
  static String encodeAscii(String text) {
    return encode(text, true);
  }

  private static String encode(String text, boolean isAscii) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = c == '/' ? -1 : ESCAPED.indexOf(c);
      if (escape >= 0) {
        out.append('\\').append(LETTERS.charAt(escape));
      } else if (c < ' ' || (isAscii && c > '~')) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
