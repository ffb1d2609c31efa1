package org.leafinventory.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Keys as texts and columns, made once for all documents that have them. Not thread-safe. */
final class ColumnNames {

  /** Far more names than documents have, so that hostile ones do not fill the memory. */
  private static final int MANY = 10_000;

  private final Map<Value, String> names = new HashMap<>();
  private final Map<String, Map<String, Column>> columns = new HashMap<>();

  /** Forgets what is too much; to be called between documents. */
  void tidy() {
    if (names.size() > MANY) {
      names.clear();
      columns.clear();
    }
  }

  /** The key that is {@code text[from, to)}, without its quotes. */
  String name(byte[] text, int from, int to) {
    return names.computeIfAbsent(
        new Value(Arrays.copyOfRange(text, from, to)),
        key -> Keys.decode(new String(key.bytes(), StandardCharsets.UTF_8)));
  }

  Column column(String section, String key) {
    return columns
        .computeIfAbsent(section, name -> new HashMap<>())
        .computeIfAbsent(key, name -> new Column(section, name));
  }
}
