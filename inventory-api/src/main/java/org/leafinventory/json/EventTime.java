package org.leafinventory.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as programs and shells write them. */
final class EventTime {

  private static final int SECOND_END = 19;

  /** {@code date +%3N} on a Mac, whose {@code date} knows no {@code %N}, prints {@code 3N}. */
  private static final Pattern UNKNOWN_FRACTION = Pattern.compile("\\.\\d*N");

  private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  private EventTime() {}

  static Optional<Instant> parse(String text) {
    return isPlain(text) ? plain(text) : unusual(text);
  }

  static Optional<Instant> ofSeconds(String number) {
    try {
      BigDecimal seconds = new BigDecimal(number);
      if (seconds.precision() - seconds.scale() > 12) {
        return Optional.empty();
      }
      BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
      return Optional.of(
          Instant.ofEpochSecond(
              seconds.longValue(), nanos.setScale(0, RoundingMode.DOWN).longValue()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is {@code 2026-01-24T12:00:00Z}, with up to nine decimals or none. The JDK's parser
   * takes ten times as long, and almost every time is of this form.
   */
  private static boolean isPlain(String text) {
    int length = text.length();
    if (length <= SECOND_END || length > SECOND_END + 11 || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case SECOND_END -> c == '.' && length > SECOND_END + 2;
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Instant> plain(String text) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECOND_END);
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    int nanos = 0;
    int decimals = text.length() - 2 - SECOND_END;
    if (decimals > 0) {
      nanos = number(text, SECOND_END + 1, text.length() - 1);
      for (int i = decimals; i < 9; i++) {
        nanos *= 10;
      }
    }
    try {
      long day =
          LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
      return Optional.of(
          Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static Optional<Instant> unusual(String text) {
    String repaired = UNKNOWN_FRACTION.matcher(text.strip()).replaceFirst("").replace(' ', 'T');
    repaired = OFFSET_WITHOUT_COLON.matcher(repaired).replaceFirst("$1:$2");
    try {
      return Optional.of(OffsetDateTime.parse(repaired).toInstant());
    } catch (DateTimeException e) {
      return local(repaired);
    }
  }

  private static Optional<Instant> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return instant(text);
    }
  }

  /** Years beyond four digits. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
