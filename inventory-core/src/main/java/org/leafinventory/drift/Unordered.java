package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Takes away the order of lists, so that two lists of the same elements are equal. */
final class Unordered {

  private Unordered() {}

  /** A copy with the elements of each list sorted by their JSON. */
  static JsonNode copy(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(child -> object.set(child.getKey(), copy(child.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
      StreamSupport.stream(node.spliterator(), false)
          .map(Unordered::copy)
          .map(element -> Map.entry(element.toString(), element))
          .sorted(Map.Entry.comparingByKey())
          .forEach(element -> array.add(element.getValue()));
      return array;
    }
    return node;
  }
}
