package org.leafinventory.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a point in time from the command line: {@code 2026-01-24T12:00:00Z}, {@code 2026-01-24} (in
 * UTC), or how long ago: {@code 90s}, {@code 30m}, {@code 2h}, {@code 7d}, {@code 4w}.
 */
final class TimeOption implements ITypeConverter<Instant> {

  static final String FORMS = "2026-01-24T12:00:00Z, 2026-01-24, or how long ago: 30m, 2h, 7d, 4w";

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhdw])");

  private final Clock clock;

  TimeOption() {
    this(Clock.systemUTC());
  }

  TimeOption(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String value) {
    return age(value)
        .map(age -> clock.instant().minus(age))
        .or(() -> date(value))
        .or(() -> time(value))
        .orElseThrow(
            () -> new TypeConversionException("'" + value + "' is no time; write " + FORMS));
  }

  /** {@code 7d}; empty if it is something else. */
  static Optional<Duration> age(String value) {
    Matcher ago = AGO.matcher(value);
    if (!ago.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(ago.group(1));
    return Optional.of(
        switch (ago.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          default -> Duration.ofDays(7 * count);
        });
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
