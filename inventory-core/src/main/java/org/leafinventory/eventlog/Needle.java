package org.leafinventory.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the bytes of an event must hold if a filter is to take it: looking for that is a hundred
 * times as fast as reading events.
 *
 * <p>JSON lets any character stand as an escape, so bytes with a backslash may hold anything, too.
 * Both are searched for; what is found is a candidate, to be read and tested.
 */
final class Needle {

  /** Upper and lower case alike: {@code uuidgen} writes upper case. */
  private final byte[] lower;

  private final byte[] upper;

  private Needle(String text) {
    lower = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    upper = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }

  /** What to look for; empty if only reading every event will do. */
  static Optional<Needle> of(EventFilter filter) {
    return filter
        .correlationId()
        .flatMap(Needle::ofId)
        .or(() -> filter.aggregateId().flatMap(Needle::ofText))
        .or(() -> filter.type().flatMap(Needle::ofPrefix));
  }

  /** A name-based one may stand for an id that looks different. */
  private static Optional<Needle> ofId(UUID id) {
    return Optional.of(id).filter(it -> it.version() != 3).map(it -> new Needle(it.toString()));
  }

  /** Something that is not in quotes is read as a text, too: {@code 42}, {@code true}. */
  private static Optional<Needle> ofText(String text) {
    boolean bare = text.matches("[-+.0-9eE]*|true|false");
    return plain(text).map(it -> bare ? it : '"' + it + '"').map(Needle::new);
  }

  private static Optional<Needle> ofPrefix(String prefix) {
    return plain(prefix).map(Needle::new);
  }

  /** Only such text has one form besides escapes; a single character says next to nothing. */
  private static Optional<String> plain(String text) {
    return Optional.of(text).filter(it -> it.matches("[ !#-\\[\\]-~]{2,}"));
  }

  /** The candidates in {@code chunk}. */
  Candidates in(Chunk chunk) {
    return new Candidates(this, chunk);
  }

  int length() {
    return lower.length;
  }

  /** The byte at {@code at}, in lower case. */
  byte lower(int at) {
    return lower[at];
  }

  /** The byte at {@code at}, in upper case: the same where it is no letter. */
  byte upper(int at) {
    return upper[at];
  }

  /** Whether it stands at {@code from} in {@code text[0, length)}. */
  boolean isAt(byte[] text, int from, int length) {
    if (from < 0 || from + lower.length > length) {
      return false;
    }
    for (int n = 0; n < lower.length; n++) {
      byte b = text[from + n];
      if (b != lower[n] && b != upper[n]) {
        return false;
      }
    }
    return true;
  }
}
