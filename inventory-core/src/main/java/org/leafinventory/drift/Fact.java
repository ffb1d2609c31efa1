package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;

/** A single value. */
record Fact(ChangeClass changeClass, Unit unit) implements Shape {

  @Override
  public void compare(String path, JsonNode before, JsonNode after, Consumer<Change> changes) {
    if (!before.equals(after)) {
      changes.accept(whole(path, before, after));
    }
  }

  @Override
  public String describe(JsonNode node) {
    return unit.describe(node);
  }

  @Override
  public void collectClasses(String path, Map<String, ChangeClass> classes) {
    classes.put(path, changeClass);
  }
}
