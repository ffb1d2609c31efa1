package org.leafinventory.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies a tree into the form that it has when it is written and read back: keys sorted, each
 * number in the node that Jackson's reader picks, and nothing that JSON cannot express.
 */
final class CanonicalJson {

  /** Far above what macOS nests, and far below what Jackson reads and writes. */
  static final int MAX_DEPTH = 500;

  private CanonicalJson() {}

  /**
   * An independent copy.
   *
   * @throws IllegalArgumentException if the tree is nested too deeply to be read back
   */
  static JsonNode copy(JsonNode node) {
    return copy(node, 0);
  }

  private static JsonNode copy(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a section may not be nested more than " + MAX_DEPTH + " levels deep");
    }
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, depth);
      case ARRAY -> array(node, depth);
      case NUMBER -> number(node);
      case NULL, MISSING -> NullNode.getInstance();
      case STRING, BOOLEAN -> node;
      case BINARY, POJO -> TextNode.valueOf(node.asText());
    };
  }

  private static JsonNode object(JsonNode node, int depth) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties()
        .forEach(entry -> sorted.put(entry.getKey(), copy(entry.getValue(), depth + 1)));
    return new ObjectNode(JsonNodeFactory.instance).setAll(sorted);
  }

  private static JsonNode array(JsonNode node, int depth) {
    ArrayNode copy = new ArrayNode(JsonNodeFactory.instance, node.size());
    node.forEach(element -> copy.add(copy(element, depth + 1)));
    return copy;
  }

  private static JsonNode number(JsonNode node) {
    if (node.isFloatingPointNumber()) {
      double value = node.doubleValue();
      return Double.isFinite(value)
          ? DoubleNode.valueOf(value)
          : TextNode.valueOf(Double.toString(value));
    }
    if (node.canConvertToInt()) {
      return IntNode.valueOf(node.intValue());
    }
    return node.canConvertToLong()
        ? LongNode.valueOf(node.longValue())
        : BigIntegerNode.valueOf(node.bigIntegerValue());
  }
}
