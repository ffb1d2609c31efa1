package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.probe.Bytes;

/**
 * Property lists as the same trees that JSON gives, so that one reader serves both.
 *
 * <p>Reads the XML that Apple's tools write and no other. XML can do more: declare entities that
 * grow or that name files, hide tags in comments or other encodings. A machine that sends such
 * things has sent no property list, and no XML parser is there to be talked into anything.
 */
final class Plists {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern PROLOGUE =
      Pattern.compile(
          "\\s*(?:<\\?xml [^<>]*\\?>\\s*)?(?:<!DOCTYPE plist [^<>\\[]*>\\s*)?"
              + "<plist(?: [^<>]*)?>\\s*");
  private static final Pattern TAG =
      Pattern.compile("<(/?)(dict|array|key|string|integer|real|data|date|true|false)\\s*(/?)>");
  private static final Pattern SPACE = Pattern.compile("\\s*+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
  private static final Pattern REAL = Pattern.compile("[+-]?[0-9.]{1,40}(?:[eE][+-]?[0-9]{1,9})?");
  private static final int MAX_BITS_OF_LONG = 63;

  private final String xml;
  private final Matcher tag;
  private final Matcher space;
  private int at;

  private Plists(String xml, int start) {
    this.xml = xml;
    this.tag = TAG.matcher(xml);
    this.space = SPACE.matcher(xml);
    this.at = start;
  }

  /** The tree of an XML property list; empty if it is none, or nested beyond all reason. */
  static Optional<JsonNode> parse(Bytes bytes) {
    String xml = bytes.strictText().orElse("");
    Matcher prologue = PROLOGUE.matcher(xml);
    if (!prologue.lookingAt()) {
      return Optional.empty();
    }
    try {
      Plists list = new Plists(xml, prologue.end());
      JsonNode tree = list.value(list.nextTag(), 1);
      return xml.startsWith("</plist", list.skipSpace()) ? Optional.of(tree) : Optional.empty();
    } catch (Malformed | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Not what Apple writes. */
  private static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed() {
      super("not a property list", null, false, false);
    }
  }

  private record Tag(String name, boolean closes, boolean isEmpty) {

    boolean ends(String element) {
      return closes && name.equals(element);
    }
  }

  private int skipSpace() {
    if (space.region(at, xml.length()).lookingAt()) {
      at = space.end();
    }
    return at;
  }

  private Tag nextTag() throws Malformed {
    if (!tag.region(skipSpace(), xml.length()).lookingAt()) {
      throw new Malformed();
    }
    at = tag.end();
    return new Tag(tag.group(2), !tag.group(1).isEmpty(), !tag.group(3).isEmpty());
  }

  private JsonNode value(Tag open, int depth) throws Malformed {
    if (open.closes() || depth > Json.MAX_DEPTH) {
      throw new Malformed();
    }
    return switch (open.name()) {
      case "dict" -> dict(open, depth);
      case "array" -> array(open, depth);
      case "string", "date" -> NODES.textNode(text(open));
      case "integer" -> integer(text(open).strip());
      case "real" -> real(text(open).strip());
      case "data" -> NODES.binaryNode(Base64.getMimeDecoder().decode(text(open)));
      case "true", "false" -> flag(open);
      default -> throw new Malformed();
    };
  }

  private JsonNode dict(Tag open, int depth) throws Malformed {
    ObjectNode object = NODES.objectNode();
    if (!open.isEmpty()) {
      for (Tag next = nextTag(); !next.ends("dict"); next = nextTag()) {
        if (next.closes() || !next.name().equals("key")) {
          throw new Malformed();
        }
        String key = text(next);
        object.set(key, value(nextTag(), depth + 1));
      }
    }
    return object;
  }

  private JsonNode array(Tag open, int depth) throws Malformed {
    ArrayNode array = NODES.arrayNode();
    if (!open.isEmpty()) {
      for (Tag next = nextTag(); !next.ends("array"); next = nextTag()) {
        array.add(value(next, depth + 1));
      }
    }
    return array;
  }

  private JsonNode flag(Tag open) throws Malformed {
    if (!text(open).isEmpty()) {
      throw new Malformed();
    }
    return NODES.booleanNode(open.name().equals("true"));
  }

  private String text(Tag open) throws Malformed {
    if (open.isEmpty()) {
      return "";
    }
    int start = at;
    at = xml.indexOf('<', at);
    if (at < 0) {
      throw new Malformed();
    }
    String raw = xml.substring(start, at);
    if (!nextTag().ends(open.name())) {
      throw new Malformed();
    }
    return raw.indexOf('&') < 0 ? raw : unescaped(raw);
  }

  private static String unescaped(String raw) throws Malformed {
    StringBuilder text = new StringBuilder(raw.length());
    int from = 0;
    for (int and = raw.indexOf('&'); and >= 0; and = raw.indexOf('&', from)) {
      int end = raw.indexOf(';', and);
      if (end < 0) {
        throw new Malformed();
      }
      text.append(raw, from, and).appendCodePoint(character(raw.substring(and + 1, end)));
      from = end + 1;
    }
    return text.append(raw, from, raw.length()).toString();
  }

  private static int character(String reference) throws Malformed {
    return switch (reference) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> numbered(reference);
    };
  }

  private static int numbered(String reference) throws Malformed {
    boolean isHexadecimal = reference.startsWith("#x");
    if (!reference.matches("#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}")) {
      throw new Malformed();
    }
    int character =
        isHexadecimal
            ? Integer.parseInt(reference.substring(2), 16)
            : Integer.parseInt(reference.substring(1));
    if (!Character.isValidCodePoint(character)
        || Character.getType(character) == Character.SURROGATE) {
      throw new Malformed();
    }
    return character;
  }

  private static JsonNode integer(String text) throws Malformed {
    boolean isHexadecimal = HEXADECIMAL.matcher(text).matches();
    if (!isHexadecimal && !DECIMAL.matcher(text).matches()) {
      throw new Malformed();
    }
    BigInteger value = isHexadecimal ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    if (value.bitLength() > MAX_BITS_OF_LONG) {
      return NODES.numberNode(value);
    }
    // As JSON is read: a number is an int where it fits, and nodes of other kinds are not equal.
    long number = value.longValue();
    return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
  }

  /** What is no number in JSON, such as {@code nan}, stays text. */
  private static JsonNode real(String text) {
    return REAL.matcher(text).matches()
        ? Json.number(Double.parseDouble(text))
        : NODES.textNode(text);
  }
}
