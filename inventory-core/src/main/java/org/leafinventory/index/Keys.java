package org.leafinventory.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pieces of documents as values. Thread-safe. */
final class Keys {

  private Keys() {}

  /** Set up when it is first needed: lists of hosts do without. */
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /** A key as it is, from what stands between the quotes. */
  static String decode(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    try {
      return Json.MAPPER.readValue('"' + written + '"', String.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an index holds what a parser has read", e);
    }
  }

  /** The keys of a list that begins at {@code from}. */
  static List<String> list(Value value, int from) {
    List<String> keys = new ArrayList<>();
    byte[] bytes = value.bytes();
    int start = from;
    for (int n = from; n < bytes.length; n++) {
      if (bytes[n] == Column.SEPARATOR) {
        keys.add(decode(new String(bytes, start, n - start, StandardCharsets.UTF_8)));
        start = n + 1;
      }
    }
    return keys;
  }

  /** The tree of a JSON text. */
  static JsonNode parse(byte[] json) throws IOException {
    return Json.MAPPER.readTree(json);
  }

  /** The text of a tree, in ASCII, without white space. */
  static byte[] write(JsonNode tree) throws IOException {
    return Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(tree);
  }
}
