package org.leafinventory.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.NatsSize;
import org.leafinventory.policy.Tuned;

/** Facts in words for people. */
final class Words {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /** {@code 1 host}, {@code 2 hosts}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The name of a tuned value as a phrase: {@code nix max jobs}. */
  static String name(String key) {
    return key.replace('_', ' ');
  }

  static String value(Tuned<?> tuned) {
    return tuned.value() instanceof ByteSize size
        ? NatsSize.format(size)
        : String.valueOf(tuned.value());
  }

  static String memory(ByteSize size) {
    return String.format(Locale.ROOT, "%,d GB", size.wholeGibibytes());
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** {@code 3 days}, of what is past; what is to come, as clocks differ, is today. */
  static String age(Instant then, Instant now) {
    long days = Math.max(0, Duration.between(then, now).toDays());
    return days == 0 ? "today" : count(days, "day");
  }
}
