package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leafinventory.model.Printable;

/**
 * What identifies an element of a list: the values of some of its keys or, with no keys, the
 * element itself. Shown as it stands in a path: on one line, of bounded length.
 */
record ElementKey(List<String> keys) {

  /** Shown keys in the order that people expect: {@code disk2} before {@code disk10}. */
  static final Comparator<String> ORDER =
      Comparator.comparing(ElementKey::padNumbers).thenComparing(Comparator.naturalOrder());

  private static final int LONGEST_NUMBER = 18;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1," + LONGEST_NUMBER + "}");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\\[\\]#]");

  /** The key of {@code element}; empty if it tells nothing that identifies it. */
  String of(JsonNode element) {
    if (keys.isEmpty()) {
      return show(element.asText());
    }
    return keys.stream()
        .map(element::path)
        .filter(value -> !value.isMissingNode())
        .map(value -> show(value.asText()))
        .collect(Collectors.joining(" "));
  }

  /**
   * The key with the number of the element among those with the same key, which a first one needs
   * only if there is no key: {@code en0}, {@code Keyboard #2}, {@code #1}.
   */
  static String numbered(String key, int occurrence) {
    if (key.isEmpty()) {
      return "#" + occurrence;
    }
    return occurrence == 1 ? key : key + " #" + occurrence;
  }

  /** Plain where that cannot be mistaken for anything else, otherwise quoted and escaped. */
  private static String show(String text) {
    String quoted = Printable.quote(text);
    boolean plain =
        !text.isBlank()
            && text.equals(text.strip())
            && quoted.equals('"' + text + '"')
            && !NEEDS_QUOTES.matcher(text).find();
    return plain ? text : quoted;
  }

  private static String padNumbers(String key) {
    return NUMBER
        .matcher(key)
        .replaceAll(
            number -> "0".repeat(LONGEST_NUMBER - number.group().length()) + number.group());
  }
}
