package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.leafinventory.probe.Bytes;

/**
 * Property lists as the same trees that JSON gives, so that one reader serves both.
 *
 * <p>The XML is read as a stream, without document type definitions: a machine can neither name a
 * file as an entity, nor let entities grow, nor nest deeper than is read.
 */
final class Plists {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DOCTYPE = "<!DOCTYPE";
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
  private static final Pattern REAL = Pattern.compile("[+-]?[0-9.]{1,40}(?:[eE][+-]?[0-9]{1,9})?");
  private static final int MAX_BITS_OF_LONG = 63;

  private final XMLStreamReader xml;

  private Plists(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The tree of an XML property list; empty if it is none, or nested beyond all reason. */
  static Optional<JsonNode> parse(Bytes bytes) {
    return bytes
        .strictText()
        .map(text -> text.replaceFirst("^\ufeff", ""))
        .flatMap(Plists::withoutDoctype)
        .flatMap(Plists::parse);
  }

  /**
   * The text less the declaration that Apple's tools write. One that declares anything is refused:
   * no tool writes it, and the platform's reader complains on stderr where it breaks off.
   */
  private static Optional<String> withoutDoctype(String text) {
    int start = text.indexOf(DOCTYPE);
    if (start < 0) {
      return Optional.of(text);
    }
    int end = text.indexOf('>', start);
    boolean plain = end > 0 && !text.substring(start, end).contains("[");
    return plain
        ? Optional.of(text.substring(0, start) + text.substring(end + 1))
        : Optional.empty();
  }

  /** Text, not bytes: of bytes that are no UTF-8 the platform's reader complains on stderr. */
  private static Optional<JsonNode> parse(String text) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      try {
        return Optional.of(new Plists(xml).document());
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One for each document: the platform does not promise that a factory can be shared. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private JsonNode document() throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      // The prologue says nothing that matters.
    }
    xml.require(XMLStreamConstants.START_ELEMENT, null, "plist");
    xml.nextTag();
    JsonNode tree = value(1);
    xml.nextTag();
    xml.require(XMLStreamConstants.END_ELEMENT, null, "plist");
    return tree;
  }

  /** The value whose start the reader is at; afterwards it is at its end. */
  private JsonNode value(int depth) throws XMLStreamException {
    if (!xml.isStartElement() || depth > Json.MAX_DEPTH) {
      throw new XMLStreamException("not a value, or one too deep");
    }
    String type = xml.getLocalName();
    return switch (type) {
      case "dict" -> dict(depth);
      case "array" -> array(depth);
      case "string", "date" -> NODES.textNode(xml.getElementText());
      case "integer" -> integer(xml.getElementText().strip());
      case "real" -> real(xml.getElementText().strip());
      case "data" -> NODES.binaryNode(Base64.getMimeDecoder().decode(xml.getElementText()));
      case "true", "false" -> flag(type);
      default -> throw new XMLStreamException("no type of a property list: " + type);
    };
  }

  private JsonNode dict(int depth) throws XMLStreamException {
    ObjectNode object = NODES.objectNode();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      xml.require(XMLStreamConstants.START_ELEMENT, null, "key");
      String key = xml.getElementText();
      xml.nextTag();
      object.set(key, value(depth + 1));
    }
    return object;
  }

  private JsonNode array(int depth) throws XMLStreamException {
    ArrayNode array = NODES.arrayNode();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      array.add(value(depth + 1));
    }
    return array;
  }

  private JsonNode flag(String type) throws XMLStreamException {
    xml.nextTag();
    xml.require(XMLStreamConstants.END_ELEMENT, null, type);
    return NODES.booleanNode(type.equals("true"));
  }

  private static JsonNode integer(String text) throws XMLStreamException {
    boolean isHexadecimal = HEXADECIMAL.matcher(text).matches();
    if (!isHexadecimal && !DECIMAL.matcher(text).matches()) {
      throw new XMLStreamException("no integer");
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
