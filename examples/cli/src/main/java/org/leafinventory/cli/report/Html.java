package org.leafinventory.cli.report;

import java.util.function.Consumer;

/**
 * Writes HTML piece by piece. Markup is what this program says; whatever comes from outside goes
 * through {@link #text} or {@link #foreign}, and nothing else may.
 */
final class Html {

  /** A machine may answer novels. */
  private static final int LIMIT = 500;

  private final Consumer<? super String> out;

  Html(Consumer<? super String> out) {
    this.out = out;
  }

  /** Markup as it stands. */
  Html markup(String markup) {
    out.accept(markup);
    return this;
  }

  /** Text in an element or between the double quotes of an attribute. */
  Html text(String text) {
    out.accept(escape(text));
    return this;
  }

  /** Text from a machine, in an element: its direction of writing does not reach beyond it. */
  Html foreign(String text) {
    return isAscii(text) ? text(text) : markup("<bdi>").text(text).markup("</bdi>");
  }

  Html number(long number) {
    return markup(Long.toString(number));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /**
   * The text as characters that stand for themselves: what is invisible or changes the direction of
   * writing is shown by its number, and what is longer than 500 characters is cut.
   */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().limit(LIMIT).forEach(c -> append(escaped, c));
    if (text.codePointCount(0, text.length()) > LIMIT) {
      escaped.append('…');
    }
    return escaped.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
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

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
