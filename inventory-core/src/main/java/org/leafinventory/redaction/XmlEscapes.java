package org.leafinventory.redaction;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entities, comments and literal sections of XML. */
final class XmlEscapes {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
  private static final Pattern PART =
      Pattern.compile("<!--.*?(?:-->|$)|<!\\[CDATA\\[(.*?)(?:\\]\\]>|$)|([^<]+|<)", Pattern.DOTALL);

  private XmlEscapes() {}

  /** What stands in an element: comments are nothing, literal sections are literal. */
  static String content(String raw) {
    if (raw.indexOf('<') < 0) {
      return decode(raw);
    }
    StringBuilder out = new StringBuilder();
    Matcher part = PART.matcher(raw);
    while (part.find()) {
      if (part.group(1) != null) {
        out.append(part.group(1));
      } else if (part.group(2) != null) {
        out.append(decode(part.group(2)));
      }
    }
    return out.toString();
  }

  static String decode(String raw) {
    return raw.indexOf('&') < 0
        ? raw
        : ENTITY.matcher(raw).replaceAll(match -> Matcher.quoteReplacement(character(match)));
  }

  private static String character(MatchResult entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3), "");
    }
    int code =
        entity.group(1) != null
            ? Integer.parseInt(entity.group(1))
            : Integer.parseInt(entity.group(2), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
  }

  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> {
          boolean isControl = c < ' ' && c != '\n' && c != '\t' && c != '\r';
          out.append(isControl ? "&#" + (int) c + ";" : String.valueOf(c));
        }
      }
    }
    return out.toString();
  }
}
