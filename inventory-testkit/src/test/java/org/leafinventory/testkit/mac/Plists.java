package org.leafinventory.testkit.mac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads an XML property list as the JSON it resembles; data becomes binary nodes. */
final class Plists {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Plists() {}

  static JsonNode read(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      Element root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
      return value(elements(root).get(0));
    } catch (Exception e) {
      throw new AssertionError("not a property list", e);
    }
  }

  private static JsonNode value(Element element) {
    String text = element.getTextContent();
    return switch (element.getTagName()) {
      case "dict" -> dictionary(element);
      case "array" -> array(element);
      case "string" -> NODES.textNode(text);
      case "integer" -> NODES.numberNode(Long.parseLong(text));
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "data" -> NODES.binaryNode(Base64.getMimeDecoder().decode(text));
      default -> throw new AssertionError("unexpected <" + element.getTagName() + ">");
    };
  }

  private static JsonNode array(Element array) {
    ArrayNode node = NODES.arrayNode();
    elements(array).forEach(element -> node.add(value(element)));
    return node;
  }

  private static JsonNode dictionary(Element dict) {
    ObjectNode node = NODES.objectNode();
    List<Element> children = elements(dict);
    for (int i = 0; i < children.size(); i += 2) {
      node.set(children.get(i).getTextContent(), value(children.get(i + 1)));
    }
    return node;
  }

  private static List<Element> elements(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
