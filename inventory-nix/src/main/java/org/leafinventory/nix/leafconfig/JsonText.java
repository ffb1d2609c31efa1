package org.leafinventory.nix.leafconfig;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** Reads JSON, and says where it is none. */
final class JsonText {

  private static final int SIZE_LIMIT = 4 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonText() {}

  static JsonNode readFile(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = in.readNBytes(SIZE_LIMIT + 1);
      if (text.length > SIZE_LIMIT) {
        throw new LeafConfigException(
            file, Kind.CONTENT, "is larger than 4 MiB; this is not a list of hosts", null);
      }
      return parse(new String(text, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""), file);
    } catch (IOException e) {
      throw new LeafConfigException(
          file, Kind.UNREADABLE, "cannot be read: " + e + "; check the file and its disk", e);
    }
  }

  static JsonNode parse(String text, Path file) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String position =
          at == null || at.getLineNr() < 1 ? "" : at.getLineNr() + ":" + at.getColumnNr();
      throw new LeafConfigException(file, position, Kind.SYNTAX, reason(e), e);
    }
    throw new LeafConfigException(file, Kind.SYNTAX, "is empty; write the hosts to it", null);
  }

  private static String reason(JsonProcessingException e) {
    String told = e.getOriginalMessage();
    return "not JSON: "
        + told.replaceFirst(" for `ObjectNode`:.*", " is there twice")
            .replaceFirst("^Trailing token.*", "something follows the document")
            .replaceFirst("^Duplicate field", "the key");
  }
}
