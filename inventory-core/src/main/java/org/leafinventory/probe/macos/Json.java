package org.leafinventory.probe.macos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Predicate;
import org.leafinventory.probe.Bytes;

/** JSON that any machine may have sent, as trees that can be written and read back as they are. */
final class Json {

  /** Nothing that macOS answers is nested this deep. */
  static final int MAX_DEPTH = 100;

  private static final int REPLACEMENT = 0xFFFD;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private Json() {}

  /** The tree of this JSON; a missing node of no JSON at all. */
  static JsonNode parse(Bytes bytes) throws IOException {
    return storable(MAPPER.readTree(bytes.toArray()), key -> true);
  }

  /** A number as JSON can write it: what is not finite becomes text. */
  static JsonNode number(double value) {
    return Double.isFinite(value)
        ? NODES.numberNode(value)
        : NODES.textNode(Double.toString(value));
  }

  /** A copy with the keys that {@code keep} accepts, and without what JSON cannot write. */
  static JsonNode storable(JsonNode node, Predicate<String> keep) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.properties().stream()
          .filter(entry -> keep.test(entry.getKey()))
          .forEach(entry -> object.set(text(entry.getKey()), storable(entry.getValue(), keep)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode(node.size());
      node.forEach(element -> array.add(storable(element, keep)));
      return array;
    }
    if (node.isTextual() || node.isBinary()) {
      return NODES.textNode(text(node.asText()));
    }
    return node.isFloatingPointNumber() ? number(node.doubleValue()) : node;
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The text with half a surrogate pair, which no encoding can write, replaced. */
  private static String text(String text) {
    if (!hasSurrogates(text)) {
      return text;
    }
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
