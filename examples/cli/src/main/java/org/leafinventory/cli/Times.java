package org.leafinventory.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as {@link Instant#toString} writes them, but faster where many are of the same day. Not
 * thread-safe.
 */
final class Times {

  private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private long day = Long.MIN_VALUE;
  private String date = "";

  String text(Instant time) {
    long seconds = time.getEpochSecond();
    long itsDay = Math.floorDiv(seconds, SECONDS_OF_A_DAY);
    if (time.getNano() != 0 || itsDay < FIRST_DAY || itsDay > LAST_DAY) {
      return time.toString();
    }
    if (itsDay != day) {
      day = itsDay;
      date = LocalDate.ofEpochDay(itsDay).toString();
    }
    int second = (int) (seconds - itsDay * SECONDS_OF_A_DAY);
    StringBuilder text = new StringBuilder(date.length() + 10).append(date);
    append(text, 'T', second / 3600);
    append(text, ':', second / 60 % 60);
    append(text, ':', second % 60);
    return text.append('Z').toString();
  }

  private static void append(StringBuilder text, char before, int number) {
    text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
