package org.leafinventory.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Where in a tree a reader is: enough of it to tell what a value is. Not thread-safe. */
final class Context {

  /** Keys that say what all below them is: {@code _name} in a list of volumes is one's name. */
  private static final Pattern DOCUMENT = Pattern.compile("SP\\w+DataType|volumes");

  private final Deque<Level> levels = new ArrayDeque<>();
  private final Map<Level, Kind> kinds = new HashMap<>();
  private final boolean isNamedByKeys;

  /**
   * Where the reader is.
   *
   * @param document what the nearest key says that this is a document of
   * @param key the key whose value comes next; in an array, the key of the array
   */
  private record Level(String document, String key) {}

  /** At the root of {@code document}; if that is empty, the outermost keys name documents. */
  Context(String document) {
    isNamedByKeys = document.isEmpty();
    levels.push(new Level(document, ""));
  }

  void enterObject() {
    levels.push(new Level(documentBelow(), ""));
  }

  void enterArray() {
    levels.push(new Level(documentBelow(), levels.element().key));
  }

  private String documentBelow() {
    Level above = levels.element();
    boolean isNamed = isNamedByKeys && levels.size() == 2;
    return isNamed || DOCUMENT.matcher(above.key).matches() ? above.key : above.document;
  }

  void leave() {
    if (levels.size() > 1) {
      levels.pop();
    }
  }

  /** The next value has this key. */
  void at(String key) {
    Level level = levels.pop();
    levels.push(new Level(level.document, key));
  }

  /** What the next value is. */
  Kind kind() {
    return kinds.computeIfAbsent(levels.element(), level -> Kinds.of(level.document, level.key));
  }
}
