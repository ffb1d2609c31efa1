package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An object: parts by key, in the order in which their changes are told. An object that is on one
 * side only is one change.
 */
record Group(ChangeClass changeClass, Map<String, Shape> parts) implements Shape {

  /** An object without parts; {@code changeClass} is that of its coming and going. */
  static Group of(ChangeClass changeClass) {
    return new Group(changeClass, Map.of());
  }

  /** With single values of one class. */
  Group facts(ChangeClass factClass, String... keys) {
    Group result = this;
    for (String key : keys) {
      result = result.with(key, new Fact(factClass, Unit.PLAIN));
    }
    return result;
  }

  /** With another part. */
  Group with(String key, Shape part) {
    Map<String, Shape> more = new LinkedHashMap<>(parts);
    more.put(key, part);
    return new Group(changeClass, Collections.unmodifiableMap(more));
  }

  @Override
  public void compare(String path, JsonNode before, JsonNode after, Consumer<Change> changes) {
    if (before.isMissingNode() != after.isMissingNode()) {
      changes.accept(whole(path, before, after));
      return;
    }
    parts.forEach(
        (key, part) -> part.compare(join(path, key), before.path(key), after.path(key), changes));
  }

  /** {@code size 2.0 TB (2000398934016 bytes), protocol USB}. */
  @Override
  public String describe(JsonNode node) {
    String words =
        parts.entrySet().stream()
            .filter(part -> node.has(part.getKey()))
            .map(
                part ->
                    part.getKey().replace('_', ' ')
                        + ' '
                        + part.getValue().describe(node.path(part.getKey())))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing told" : words;
  }

  @Override
  public void collectClasses(String path, Map<String, ChangeClass> classes) {
    parts.forEach((key, part) -> part.collectClasses(join(path, key), classes));
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + '.' + key;
  }
}
