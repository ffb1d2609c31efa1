package org.leafinventory.model;

/**
 * Makes text from outside fit for a message: one line, no control characters, a bounded length.
 *
 * <p>Whatever a machine answers may end in a log or on a terminal; this is how it gets there.
 */
public final class Printable {

  private static final int LIMIT = 120;

  private Printable() {}

  /**
   * The text between double quotes, escaped as in JSON and cut after 120 characters (the cut is
   * shown as {@code …}).
   */
  public static String quote(String text) {
    return '"' + escape(text, LIMIT) + '"';
  }

  /** The text on one line with control characters escaped, cut after 120 characters. */
  public static String line(String text) {
    return escape(text.strip(), LIMIT);
  }

  private static String escape(String text, int limit) {
    if (text.length() <= limit && isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(limit).forEach(c -> append(out, c));
    return text.codePointCount(0, text.length()) > limit ? out + "…" : out.toString();
  }

  /**
   * Whether nothing is to be escaped, as in nearly every text: lists of many hosts depend on it.
   */
  private static boolean isPlain(String text) {
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isInvisible(c)) {
          for (char unit : Character.toChars(c)) {
            out.append(String.format("\\u%04x", (int) unit));
          }
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** Control and format characters (bidirectional overrides among them) and lone surrogates. */
  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
