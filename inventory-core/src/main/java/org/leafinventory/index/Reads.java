package org.leafinventory.index;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation looked at, in the order it did. Not thread-safe.
 *
 * <p>An evaluation that depends on its document alone does the same on every document that has the
 * same values there.
 */
final class Reads {

  private final Map<Column, Value> values = new LinkedHashMap<>();
  private boolean complete = true;

  void add(Column column, Value value) {
    values.putIfAbsent(column, value);
  }

  /** Something was looked at that has no column. */
  void addForeign() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }

  Map<Column, Value> values() {
    return values;
  }
}
