package org.leafinventory.eventlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids and times of events as bytes, in the forms in which the library writes them. Whatever looks
 * different is for the real reader. For one thread.
 */
final class PlainForms {

  static final int ID_LENGTH = 36;
  private static final int SECOND_END = 19;
  private static final int MOST_DECIMALS = 9;
  private static final String TIME = "0000-00-00T00:00:00";
  private static final int NO = -1;
  private static final byte[] HEX = hexDigits();

  /** The last day as eight digits: most events are on the same day as those before them. */
  private int day = NO;

  private long epochDay;

  /** The UUID in {@code text[from, to)}; null if it has another form. */
  static @Nullable UUID id(byte[] text, int from, int to) {
    if (to - from != ID_LENGTH) {
      return null;
    }
    int marks = (text[from + 8] ^ '-') | (text[from + 13] ^ '-');
    marks |= (text[from + 18] ^ '-') | (text[from + 23] ^ '-');
    // Each is negative if one of its digits is none.
    long first = hex(text, from, from + 8);
    long second = hex(text, from + 9, from + 13);
    long third = hex(text, from + 14, from + 18);
    long fourth = hex(text, from + 19, from + 23);
    long fifth = hex(text, from + 24, from + ID_LENGTH);
    return marks == 0 && (first | second | third | fourth | fifth) >= 0
        ? new UUID((first << 32) | (second << 16) | third, (fourth << 48) | fifth)
        : null;
  }

  /** The number of at most 15 digits; negative if one is no hexadecimal digit. */
  private static long hex(byte[] text, int from, int to) {
    byte[] digits = HEX;
    long number = 0;
    int wrong = 0;
    for (int n = from; n < to; n++) {
      int digit = digits[text[n] & 0xff];
      wrong |= digit;
      number = (number << 4) | digit;
    }
    return wrong < 0 ? NO : number;
  }

  private static byte[] hexDigits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) NO);
    for (int n = 0; n < 16; n++) {
      digits[Character.forDigit(n, 16)] = (byte) n;
      digits[Character.toUpperCase(Character.forDigit(n, 16))] = (byte) n;
    }
    return digits;
  }

  /** The time in {@code text[from, to)}; null if it has another form. */
  @Nullable Instant time(byte[] text, int from, int to) {
    int decimals = to - from - SECOND_END - 2;
    boolean fits = decimals == NO || (decimals > 0 && decimals <= MOST_DECIMALS);
    if (!fits || text[to - 1] != 'Z' || !isSecond(text, from)) {
      return null;
    }
    int nanos = 0;
    if (decimals > 0) {
      nanos = text[from + SECOND_END] == '.' ? number(text, from + SECOND_END + 1, to - 1) : NO;
      for (int n = decimals; n < MOST_DECIMALS; n++) {
        nanos *= 10;
      }
    }
    int hour = number(text, from + 11, from + 13);
    int minute = number(text, from + 14, from + 16);
    int second = number(text, from + 17, from + SECOND_END);
    if (nanos < 0 || hour > 23 || minute > 59 || second > 59 || !setDay(text, from)) {
      return null;
    }
    return Instant.ofEpochSecond(epochDay * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
  }

  /** Whether there are digits and marks where they should be. */
  private static boolean isSecond(byte[] text, int from) {
    for (int n = 0; n < SECOND_END; n++) {
      byte b = text[from + n];
      char form = TIME.charAt(n);
      if (form == '0' ? b < '0' || b > '9' : b != form) {
        return false;
      }
    }
    return true;
  }

  private boolean setDay(byte[] text, int from) {
    int year = number(text, from, from + 4);
    int month = number(text, from + 5, from + 7);
    int date = number(text, from + 8, from + 10);
    int digits = (year * 100 + month) * 100 + date;
    if (digits != day) {
      try {
        epochDay = LocalDate.of(year, month, date).toEpochDay();
        day = digits;
      } catch (DateTimeException e) {
        return false;
      }
    }
    return true;
  }

  /** The number that the digits from {@code from} to {@code to} are; -1 if one is none. */
  private static int number(byte[] text, int from, int to) {
    int number = 0;
    for (int n = from; n < to; n++) {
      byte b = text[n];
      if (b < '0' || b > '9') {
        return NO;
      }
      number = number * 10 + (b - '0');
    }
    return number;
  }
}
