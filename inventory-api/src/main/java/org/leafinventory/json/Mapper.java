package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.leafinventory.model.Printable;

/** The one Jackson set-up, and Jackson's complaints in words that name the place. */
final class Mapper {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Two spaces, {@code "key": value} and line feeds on every platform: as {@code jq} prints. */
  static final ObjectWriter PRETTY = JSON.writer(jqStyle());

  private Mapper() {}

  static JsonFormatException complain(String source, JsonProcessingException e) {
    return new JsonFormatException(source, where(e), Printable.line(reason(e)), e);
  }

  private static DefaultPrettyPrinter jqStyle() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private static String where(JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
    if (!path.isEmpty()) {
      return path;
    }
    JsonLocation at = e.getLocation();
    return at == null ? "the document" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : references) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** Our own message where one of our values refused, otherwise Jackson's first line. */
  private static String reason(JsonProcessingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
        return cause.getMessage();
      }
      if (cause instanceof IllegalStateException && cause.getMessage() != null) {
        return cause
            .getMessage()
            .replaceFirst("Cannot build \\w+, some of required attributes are not set", "lacks");
      }
    }
    return e.getOriginalMessage()
        .replaceAll("org\\.leafinventory\\.\\w+\\.(Immutable)?|\\$Json", "");
  }
}
