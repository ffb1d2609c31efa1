package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A part of the JSON of an inventory: how two of it are compared and how one is put into words.
 *
 * <p>What is absent is a missing node. Implementations are immutable.
 */
interface Shape {

  /** The class of a change of this part as a whole. */
  ChangeClass changeClass();

  /** Tells {@code changes} what differs, in an order that does not depend on the direction. */
  void compare(String path, JsonNode before, JsonNode after, Consumer<Change> changes);

  /** A part that is there, for people. */
  String describe(JsonNode node);

  /** Adds the class of each fact in this part, by path without element keys. */
  void collectClasses(String path, Map<String, ChangeClass> classes);

  /** The change of this part as a whole. */
  default Change whole(String path, JsonNode before, JsonNode after) {
    return new Change(path, changeClass(), words(before), words(after));
  }

  private Optional<String> words(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(describe(node));
  }
}
