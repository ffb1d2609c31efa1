package org.leafinventory.redaction;

/** Lines of text, those of the form {@code name: value} and {@code name = value} among them. */
final class LineText {

  private static final int LONGEST_NAME = 80;

  private LineText() {}

  static String rewrite(String document, String text, Rewriter rewriter) {
    if (Kinds.of(document, "") != Kind.TEXT) {
      return wholeValue(document, text, rewriter);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      out.append(line(document, text.substring(at, end), rewriter));
      if (feed >= 0) {
        out.append('\n');
      }
      at = end + 1;
    }
    return out.toString();
  }

  private static String line(String document, String line, Rewriter rewriter) {
    int sign = sign(line);
    String name = sign < 0 ? "" : line.substring(0, sign).strip();
    Kind kind = name.length() > LONGEST_NAME ? Kind.TEXT : Kinds.of(document, name);
    if (kind == Kind.TEXT) {
      return rewriter.text(line);
    }
    int start = sign + 1;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    return line.substring(0, start) + rewriter.value(kind, line.substring(start));
  }

  /** Where the colon or equals sign after the name is; -1 if there is none. */
  private static int sign(String line) {
    int colon = line.indexOf(':');
    int equals = line.indexOf(" = ");
    boolean isEquals = equals >= 0 && (colon < 0 || equals < colon);
    return isEquals ? equals + 1 : colon;
  }

  /** The answer is one value and a line feed; or it says that none is set. */
  private static String wholeValue(String document, String text, Rewriter rewriter) {
    String feed = text.endsWith("\n") ? "\n" : "";
    String value = text.substring(0, text.length() - feed.length());
    return value.endsWith(": not set")
        ? text
        : rewriter.value(Kinds.of(document, ""), value) + feed;
  }
}
