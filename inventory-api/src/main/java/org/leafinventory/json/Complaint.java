package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.EventType;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;

/** Puts Jackson's complaints in words that name the place and the reason, not the Java type. */
final class Complaint {

  private static final String DOCUMENT = "the document";
  private static final Pattern NULL_ELEMENT = Pattern.compile("(\\w+) element");
  private static final Pattern UNSET_ATTRIBUTES = Pattern.compile("not set \\[([\\w, ]+)\\]");
  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.*)' for `ObjectNode`");
  private static final Map<Class<?>, String> EXPECTED =
      Map.ofEntries(
          Map.entry(int.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(OptionalInt.class, "a whole number"),
          Map.entry(ByteSize.class, "a whole number of bytes"),
          Map.entry(OptionalDouble.class, "a number"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(Instant.class, "a time such as 2026-01-24T12:00:00Z"),
          Map.entry(UUID.class, "a UUID"),
          Map.entry(HostName.class, "a text"),
          Map.entry(EventType.class, "a text"),
          Map.entry(String.class, "a text"));

  private Complaint() {}

  static JsonFormatException of(String source, JsonProcessingException e) {
    return new JsonFormatException(source, where(e), reason(e), e);
  }

  private static String where(JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
    if (!path.isEmpty()) {
      return Printable.line(path);
    }
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? DOCUMENT
        : "line " + at.getLineNr() + ", column " + at.getColumnNr();
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

  private static String reason(JsonProcessingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      String own = ownReason(cause);
      if (own != null) {
        return own;
      }
    }
    String told = e.getOriginalMessage();
    if (told.startsWith("No content to map")) {
      return "is empty";
    }
    if (e instanceof JsonEOFException) {
      return "ends in the middle";
    }
    if (told.startsWith("Trailing token")) {
      return "something follows the document";
    }
    Matcher duplicate = DUPLICATE.matcher(told);
    if (duplicate.lookingAt()) {
      return "the key " + Printable.quote(duplicate.group(1)) + " is there twice";
    }
    if (e instanceof StreamConstraintsException) {
      return told.replaceFirst(", from `[^`]*`", "");
    }
    return e instanceof MismatchedInputException mismatch
        ? mismatch(mismatch)
        : Printable.line(told);
  }

  /** What one of our values says of the text it refused. */
  private static @Nullable String ownReason(Throwable cause) {
    String told = cause.getMessage();
    if (told == null) {
      return null;
    }
    if (cause instanceof IllegalArgumentException) {
      return told;
    }
    Matcher unset = UNSET_ATTRIBUTES.matcher(told);
    if (cause instanceof IllegalStateException && unset.find()) {
      return "lacks " + snakeCase(unset.group(1));
    }
    Matcher element = NULL_ELEMENT.matcher(told);
    return cause instanceof NullPointerException && element.matches()
        ? "null stands in the list " + snakeCase(element.group(1))
        : null;
  }

  private static String mismatch(MismatchedInputException e) {
    String told = e.getOriginalMessage();
    if (told.contains(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES.name())) {
      return "is missing";
    }
    String offender =
        e instanceof InvalidFormatException invalid && invalid.getValue() != null
            ? Printable.quote(String.valueOf(invalid.getValue())) + " "
            : "";
    return offender + "is not " + expected(e.getTargetType());
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "what belongs there";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> Mapper.JSON.convertValue(constant, String.class))
          .collect(Collectors.joining(" or "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return EXPECTED.getOrDefault(type, "a JSON object");
  }

  private static String snakeCase(String names) {
    return names.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
