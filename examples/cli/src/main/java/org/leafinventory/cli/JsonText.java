package org.leafinventory.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Values as JSON, on one line. */
final class JsonText {

  private JsonText() {}

  /** Set up when it is first needed: tables do without. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /**
   * A value that is JSON already.
   *
   * @param json the text
   */
  record Written(String json) {}

  /** The cells as an object; what is not known is null. */
  static String object(List<Rows.Column> columns, List<Rows.Cell> row) {
    StringBuilder object = new StringBuilder("{");
    for (int n = 0; n < columns.size(); n++) {
      Object value = row.get(n).value();
      object.append(n == 0 ? "" : ",").append(of(columns.get(n).key())).append(':');
      object.append(value == null ? "null" : of(value));
    }
    return object.append('}').toString();
  }

  /** The value as JSON. */
  static String of(Object value) {
    if (value instanceof Written written) {
      return written.json();
    }
    try {
      return escapeHalfPairs(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** A text as it is, anything else as JSON. */
  static String plain(Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof JsonNode node && node.isTextual() ? node.asText() : of(value);
  }

  static boolean isNumber(Object value) {
    return value instanceof Number || (value instanceof JsonNode node && node.isNumber());
  }

  /** Half a surrogate pair is no character: as an escape it survives being written as UTF-8. */
  private static String escapeHalfPairs(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                escaped.append(String.format("\\u%04x", c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
