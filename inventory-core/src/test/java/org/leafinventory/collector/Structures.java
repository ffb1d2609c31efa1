package org.leafinventory.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes that leave a document well-formed: keys dropped, types changed, values nested. */
final class Structures {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ENTRY =
      Pattern.compile(
          "<key>([^<]*)</key>\\s*(<(string|integer|data)>[^<]*</\\3>|<(?:true|false)/>)");

  private Structures() {}

  static String ofJson(String text, Random random) {
    try {
      JsonNode tree = JSON.readTree(text);
      List<JsonNode> parents = new ArrayList<>();
      collect(tree, parents);
      if (!parents.isEmpty()) {
        change(parents.get(random.nextInt(parents.size())), random);
      }
      return tree.toPrettyString();
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static void collect(JsonNode node, List<JsonNode> parents) {
    if (node.isContainerNode() && !node.isEmpty()) {
      parents.add(node);
    }
    node.forEach(child -> collect(child, parents));
  }

  private static void change(JsonNode parent, Random random) {
    int at = random.nextInt(parent.size());
    if (parent instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.get(at);
      if (random.nextInt(3) == 0) {
        object.remove(key);
      } else {
        object.set(key, other(object.get(key), random));
      }
    } else if (parent instanceof ArrayNode array) {
      if (random.nextBoolean()) {
        array.remove(at);
      } else {
        array.set(at, other(array.get(at), random));
      }
    }
  }

  private static JsonNode other(JsonNode value, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.createArrayNode().add(value);
      case 1 -> JSON.createObjectNode().set("_items", JSON.createArrayNode().add(value));
      case 2 -> JSON.getNodeFactory().textNode(value.asText());
      case 3 -> JSON.getNodeFactory().numberNode(random.nextLong());
      case 4 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      default -> JSON.nullNode();
    };
  }

  static String ofPlist(String text, Random random) {
    List<MatchResult> entries = ENTRY.matcher(text).results().toList();
    if (entries.isEmpty()) {
      return text;
    }
    MatchResult entry = entries.get(random.nextInt(entries.size()));
    String key = "<key>" + entry.group(1) + "</key>";
    String changed =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> key + "<array>" + entry.group(2) + "</array>";
          case 2 -> key + "<dict><key>x</key>" + entry.group(2) + "</dict>";
          case 3 -> key + "<integer>" + random.nextInt() + "</integer>";
          default -> key + "<string>" + random.nextInt(100) + "</string>";
        };
    return text.substring(0, entry.start()) + changed + text.substring(entry.end());
  }
}
