package org.leafinventory.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Printable;

/** JSON text and trees. */
final class Mapper {

  private static final int MAX_DEPTH = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(RecordingJson.MAX_BYTES)
                          .build())
                  .build())
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final ObjectWriter PRETTY = JSON.writer(style());

  /** A surrogate that is not half of a pair: the regular expression reads pairs as one. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)' for");

  private Mapper() {}

  /** The tree of this JSON; a missing node of no JSON at all. */
  static JsonNode parse(byte[] json) throws IOException {
    return JSON.readTree(json);
  }

  /** Two spaces, {@code "key": value} and line feeds on every platform. */
  static String print(JsonNode tree) {
    try {
      String json = PRETTY.writeValueAsString(tree) + "\n";
      // Half a surrogate pair cannot be written as UTF-8; as an escape it survives.
      return LONE_SURROGATE
          .matcher(json)
          .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? Place.DOCUMENT
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  static String wrong(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "is not JSON: it ends in the middle";
    }
    String told = e.getOriginalMessage();
    Matcher duplicate = DUPLICATE.matcher(told);
    return duplicate.lookingAt()
        ? "the key " + Printable.quote(duplicate.group(1)) + " is there twice"
        : "is not JSON: " + Printable.line(told.replaceFirst("\n.*", ""));
  }

  private static DefaultPrettyPrinter style() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
