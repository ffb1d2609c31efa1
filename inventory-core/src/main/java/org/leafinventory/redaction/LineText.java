package org.leafinventory.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of text, those of the form {@code name: value} and {@code name = value} among them. */
final class LineText {

  private static final Pattern PAIR =
      Pattern.compile("(\\s*([^:=\\n]{1,80}?)\\s*(?:: ?| = ))(.*)", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("(.*?)(\\n?)", Pattern.DOTALL);

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
    Matcher pair = PAIR.matcher(line);
    Kind kind = pair.matches() ? Kinds.of(document, pair.group(2)) : Kind.TEXT;
    return kind == Kind.TEXT
        ? rewriter.text(line)
        : pair.group(1) + rewriter.value(kind, pair.group(3));
  }

  /** The answer is one value and a line feed; or it says that none is set. */
  private static String wholeValue(String document, String text, Rewriter rewriter) {
    Matcher value = VALUE.matcher(text);
    if (!value.matches() || value.group(1).isBlank() || value.group(1).endsWith(": not set")) {
      return text;
    }
    return rewriter.value(Kinds.of(document, ""), value.group(1)) + value.group(2);
  }
}
