package org.leafinventory.probe.macos;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSSet;
import com.dd.plist.XMLPropertyListParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.probe.Bytes;

/** Property lists as the same trees that JSON gives, so that one reader serves both. */
final class Plists {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern CONTAINER = Pattern.compile("<(/?)(?:dict|array)\\s*>");
  private static final int MAX_DEPTH = 100;

  private Plists() {}

  /** The tree of an XML property list; empty if it is none, or nested beyond all reason. */
  static Optional<JsonNode> parse(Bytes bytes) {
    byte[] content = bytes.toArray();
    if (isTooDeep(content)) {
      return Optional.empty();
    }
    try {
      return Optional.of(toJson(XMLPropertyListParser.parse(content)));
    } catch (Exception e) {
      // The parser declares and leaks many kinds of exception; all of them mean: not a list.
      return Optional.empty();
    }
  }

  /** The parser recurses; a hostile list must not end in a stack overflow. */
  private static boolean isTooDeep(byte[] content) {
    Matcher tags = CONTAINER.matcher(new String(content, StandardCharsets.ISO_8859_1));
    int depth = 0;
    while (tags.find()) {
      depth += tags.group(1).isEmpty() ? 1 : -1;
      if (depth > MAX_DEPTH) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode toJson(NSObject value) {
    if (value instanceof NSDictionary dictionary) {
      ObjectNode object = NODES.objectNode();
      dictionary.getHashMap().forEach((key, entry) -> object.set(key, toJson(entry)));
      return object;
    }
    if (value instanceof NSArray array) {
      return toJson(array.getArray());
    }
    if (value instanceof NSSet set) {
      return toJson(set.allObjects());
    }
    if (value instanceof NSNumber number) {
      return toJson(number);
    }
    if (value instanceof NSData data) {
      return NODES.binaryNode(data.bytes());
    }
    if (value instanceof NSDate date) {
      return NODES.textNode(date.getDate().toInstant().toString());
    }
    return NODES.textNode(value.toString());
  }

  private static JsonNode toJson(NSObject[] values) {
    ArrayNode array = NODES.arrayNode();
    for (NSObject value : values) {
      array.add(toJson(value));
    }
    return array;
  }

  private static JsonNode toJson(NSNumber number) {
    if (number.isBoolean()) {
      return NODES.booleanNode(number.boolValue());
    }
    if (!number.isInteger()) {
      return NODES.numberNode(number.doubleValue());
    }
    long value = number.longValue();
    // As JSON is read: a number is an int where it fits, and nodes of other kinds are not equal.
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
