package org.leafinventory.redaction;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An XML property list as text whose values are rewritten and whose form stays. It need not be
 * well-formed: what was cut off or spoilt is rewritten as far as it goes.
 */
final class PlistText {

  private static final Set<String> LEAVES =
      Set.of("key", "string", "date", "data", "integer", "real");
  private static final Pattern PLAIN_TAG = Pattern.compile("</?[a-z]{1,8}/?>");
  private static final Pattern HIDDEN = Pattern.compile("<!--|<!\\[CDATA\\[");

  private final String text;
  private final Rewriter rewriter;
  private final StringBuilder out = new StringBuilder();
  private final Context context;

  private PlistText(String document, String text, Rewriter rewriter) {
    this.context = new Context(document);
    this.text = text;
    this.rewriter = rewriter;
  }

  static String rewrite(String document, String text, Rewriter rewriter) {
    return new PlistText(document, text, rewriter).rewrite();
  }

  private String rewrite() {
    int at = 0;
    while (at < text.length()) {
      at = text.charAt(at) == '<' ? tag(at) : between(at);
    }
    return out.toString();
  }

  private int between(int start) {
    int end = indexOf("<", start);
    String raw = text.substring(start, end);
    out.append(raw.isBlank() ? raw : XmlEscapes.encode(rewriter.text(XmlEscapes.decode(raw))));
    return end;
  }

  private int tag(int start) {
    String close = text.startsWith("<!--", start) ? "-->" : ">";
    int end = Math.min(indexOf(close, start) + close.length(), text.length());
    String tag = text.substring(start, end);
    out.append(PLAIN_TAG.matcher(tag).matches() ? tag : rewriter.text(tag));
    String name = tag.substring(1, Math.max(1, tag.length() - 1)).strip();
    if (LEAVES.contains(name)) {
      return leaf(name, end);
    }
    switch (name) {
      case "dict" -> context.enterObject();
      case "array" -> context.enterArray();
      case "/dict", "/array" -> context.leave();
      default -> {
        // Other elements hold nothing.
      }
    }
    return end;
  }

  private int leaf(String name, int start) {
    int end = indexOf("</" + name, start);
    String raw = text.substring(start, end);
    String value = XmlEscapes.content(raw);
    String other = leaf(name, value);
    boolean isAsItWas = other.equals(value) && !HIDDEN.matcher(raw).find();
    out.append(isAsItWas ? raw : XmlEscapes.encode(other));
    return end;
  }

  private String leaf(String name, String value) {
    return switch (name) {
      case "key" -> key(value);
      case "data" -> DataText.rewrite(context.kind(), value, rewriter);
      case "integer", "real" ->
          context.kind() == Kind.SERIAL ? rewriter.value(Kind.SERIAL, value) : value;
      default -> rewriter.value(context.kind(), value);
    };
  }

  private String key(String key) {
    context.at(key);
    return rewriter.text(key);
  }

  private int indexOf(String wanted, int from) {
    int at = text.indexOf(wanted, from);
    return at < 0 ? text.length() : at;
  }
}
