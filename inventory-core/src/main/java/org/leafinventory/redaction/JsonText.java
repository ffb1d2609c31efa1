package org.leafinventory.redaction;

import java.util.regex.Pattern;

/**
 * JSON as text whose strings are rewritten and whose form stays, to the byte where nothing is
 * rewritten. It need not be well-formed: what was cut off or spoilt is rewritten as far as it goes.
 */
final class JsonText {

  private static final Pattern SCALAR = Pattern.compile("[-+0-9.eE]+");
  private static final String DELIMITERS = "{}[],:\"";

  private final String text;
  private final Rewriter rewriter;
  private final StringBuilder out = new StringBuilder();
  private final Context context;

  private JsonText(String document, String text, Rewriter rewriter) {
    this.context = new Context(document);
    this.text = text;
    this.rewriter = rewriter;
  }

  /**
   * Rewrites all strings.
   *
   * @param document what it is; empty where the outermost keys say that
   */
  static String rewrite(String document, String text, Rewriter rewriter) {
    return new JsonText(document, text, rewriter).rewrite();
  }

  private String rewrite() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at = string(at);
      } else if (DELIMITERS.indexOf(c) >= 0) {
        structure(c);
        out.append(c);
        at++;
      } else {
        at = bare(at);
      }
    }
    return out.toString();
  }

  private void structure(char c) {
    switch (c) {
      case '{' -> context.enterObject();
      case '[' -> context.enterArray();
      case '}', ']' -> context.leave();
      default -> {
        // Between values nothing changes.
      }
    }
  }

  private int string(int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length());
    String raw = text.substring(start + 1, end);
    String value = JsonEscapes.decode(raw);
    String other = isKey(end + 1) ? key(value) : value(value);
    out.append('"').append(other.equals(value) ? raw : JsonEscapes.encode(other));
    if (end < text.length()) {
      out.append('"');
    }
    return end + 1;
  }

  private boolean isKey(int after) {
    int at = after;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  private String key(String key) {
    context.at(key);
    return rewriter.text(key);
  }

  private String value(String value) {
    return rewriter.value(context.kind(), value);
  }

  /** Numbers, words, white space, and what is no JSON. */
  private int bare(int start) {
    int end = start;
    while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String raw = text.substring(start, end);
    if (!SCALAR.matcher(raw.strip()).matches()) {
      out.append(raw.isBlank() ? raw : rewriter.text(raw));
    } else if (context.kind() == Kind.SERIAL) {
      out.append(number(raw));
    } else {
      out.append(raw);
    }
    return end;
  }

  /** A number stays one: without a zero in front. */
  private String number(String raw) {
    return rewriter.value(Kind.SERIAL, raw).replaceFirst("^(\\s*-?)0(?=[0-9])", "$11");
  }
}
