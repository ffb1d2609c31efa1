package org.leafinventory.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.leafinventory.probe.Bytes;

/**
 * A node of a document that is being read, and where it stands, for messages.
 *
 * @param source where the document came from
 * @param path such as {@code probes[3].stdout}
 */
record Place(String source, String path, JsonNode node) {

  static final String DOCUMENT = "the document";

  private static final BigDecimal TOO_MANY_SECONDS = BigDecimal.valueOf(2).pow(63);
  private static final BigDecimal NANOS = BigDecimal.TEN.pow(Keys.NANO_DIGITS);
  private static final int MOST_DIGITS = 40;

  static Place document(String source, JsonNode tree) {
    Place document = new Place(source, DOCUMENT, tree);
    if (tree.isMissingNode()) {
      throw document.wrong("is empty");
    }
    document.requireObject();
    return document;
  }

  RecordingException wrong(String what) {
    return RecordingException.malformed(source, path, what, null);
  }

  void requireObject() {
    if (!node.isObject()) {
      throw wrong("is not a JSON object");
    }
  }

  /** What stands under {@code key}; nothing where it is null, too. */
  Optional<Place> optional(String key) {
    JsonNode child = node.path(key);
    return child.isMissingNode() || child.isNull()
        ? Optional.empty()
        : Optional.of(new Place(source, below(key), child));
  }

  Place required(String key) {
    return optional(key)
        .orElseThrow(() -> RecordingException.malformed(source, below(key), "is missing", null));
  }

  Place element(int index) {
    return new Place(source, path + "[" + index + "]", node.path(index));
  }

  String text() {
    if (!node.isTextual()) {
      throw wrong("is not a text");
    }
    return node.textValue();
  }

  int wholeNumber() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw wrong("is not a whole number");
    }
    return node.intValue();
  }

  /** A number of seconds, down to the nanosecond. */
  Duration seconds() {
    BigDecimal seconds = node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
    boolean isSane =
        seconds.signum() >= 0
            && Math.abs((long) seconds.scale()) < MOST_DIGITS
            && seconds.precision() < MOST_DIGITS
            && seconds.compareTo(TOO_MANY_SECONDS) < 0;
    if (!isSane) {
      throw wrong("is not a number of seconds");
    }
    return Duration.ofSeconds(
        seconds.longValue(), seconds.remainder(BigDecimal.ONE).multiply(NANOS).longValue());
  }

  /** Text under {@code key}, or any bytes in base64 beside it; none where neither is there. */
  Bytes bytes(String key) {
    Optional<Place> text = optional(key);
    Optional<Place> encoded = optional(key + Keys.BASE64);
    if (text.isPresent() && encoded.isPresent()) {
      throw encoded.get().wrong("stands beside " + key + "; only one of them may");
    }
    return text.map(Place::encoded).or(() -> encoded.map(Place::decoded)).orElse(Bytes.EMPTY);
  }

  private Bytes encoded() {
    String text = text();
    Bytes bytes = Bytes.utf8(text);
    if (!bytes.text().equals(text)) {
      throw wrong("holds half a character (a surrogate), which UTF-8 cannot say");
    }
    return bytes;
  }

  private Bytes decoded() {
    try {
      return Bytes.of(Base64.getDecoder().decode(text()));
    } catch (IllegalArgumentException e) {
      throw wrong("is not base64");
    }
  }

  private String below(String key) {
    return path.equals(DOCUMENT) ? key : path + "." + key;
  }
}
