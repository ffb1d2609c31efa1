package org.leafinventory.filestore;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a snapshot file says.
 *
 * @param takenAt when the machine was asked, in whole seconds of the years 0 to 9999
 * @param number 1 for the first snapshot of that second, then 2, 3 and so on
 */
record SnapshotName(Instant takenAt, int number) implements Comparable<SnapshotName> {

  private static final String PREFIX = "hardware_";
  private static final String SUFFIX = ".json";

  private static final Pattern ID = Pattern.compile("(\\d{8}_\\d{6})(?:_([2-9]|[1-9]\\d{1,8}))?");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss").withResolverStyle(ResolverStyle.STRICT);

  private static final Comparator<SnapshotName> ORDER =
      Comparator.comparing(SnapshotName::takenAt).thenComparing(SnapshotName::number);

  /** The first name of the second of {@code takenAt}. */
  static SnapshotName first(Instant takenAt) {
    int year = takenAt.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException(
          takenAt + " has no place in a file name: the year must have four digits");
    }
    return new SnapshotName(takenAt.truncatedTo(ChronoUnit.SECONDS), 1);
  }

  /** Takes a file name apart; empty for the name of anything but a snapshot. */
  static Optional<SnapshotName> parse(String fileName) {
    boolean framed = fileName.startsWith(PREFIX) && fileName.endsWith(SUFFIX);
    return framed
        ? parseId(fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /** Takes an {@link #id()} apart; empty for anything else. */
  static Optional<SnapshotName> parseId(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
    try {
      Instant takenAt = LocalDateTime.parse(parts.group(1), SECOND).toInstant(ZoneOffset.UTC);
      return Optional.of(new SnapshotName(takenAt, number));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The name after this one within the same second. */
  SnapshotName next() {
    return new SnapshotName(takenAt, number + 1);
  }

  /** What tells this snapshot from the others of its host. */
  String id() {
    String second = SECOND.format(takenAt.atOffset(ZoneOffset.UTC));
    return number == 1 ? second : second + "_" + number;
  }

  String fileName() {
    return PREFIX + id() + SUFFIX;
  }

  @Override
  public int compareTo(SnapshotName other) {
    return ORDER.compare(this, other);
  }
}
