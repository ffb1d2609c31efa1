package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An amount of memory or storage, in bytes. In JSON it is a plain integer.
 *
 * <p>Memory is counted in binary units (1 GiB = 2<sup>30</sup> bytes), disks in the decimal units
 * they are sold in (1 TB = 10<sup>12</sup> bytes); the factories and accessors say which.
 *
 * @param bytes the number of bytes, 0 or more
 */
public record ByteSize(@JsonValue long bytes) implements Comparable<ByteSize> {

  /** No bytes at all. */
  public static final ByteSize ZERO = new ByteSize(0);

  private static final long GIB = 1L << 30;
  private static final long GIGABYTE = 1_000_000_000L;
  private static final String[] DECIMAL_UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + bytes + " bytes");
    }
  }

  /** The given number of bytes. */
  public static ByteSize ofBytes(long bytes) {
    return new ByteSize(bytes);
  }

  /** The given number of binary mebibytes (2<sup>20</sup> bytes each). */
  public static ByteSize ofMebibytes(long mebibytes) {
    return new ByteSize(Math.multiplyExact(mebibytes, 1L << 20));
  }

  /** The given number of binary gibibytes (2<sup>30</sup> bytes each). */
  public static ByteSize ofGibibytes(long gibibytes) {
    return new ByteSize(Math.multiplyExact(gibibytes, GIB));
  }

  /** The given number of decimal gigabytes (10<sup>9</sup> bytes each). */
  public static ByteSize ofGigabytes(long gigabytes) {
    return new ByteSize(Math.multiplyExact(gigabytes, GIGABYTE));
  }

  /** Whole binary gibibytes, rounded down. */
  public long wholeGibibytes() {
    return bytes / GIB;
  }

  /** Whole decimal gigabytes, rounded down. */
  public long wholeGigabytes() {
    return bytes / GIGABYTE;
  }

  /**
   * The sum of both sizes, at most {@link Long#MAX_VALUE} bytes (8 EiB): adding up what a machine
   * claims never fails.
   */
  public ByteSize plus(ByteSize other) {
    long sum = bytes + other.bytes;
    return new ByteSize(sum < 0 ? Long.MAX_VALUE : sum);
  }

  /** Whether this size is {@code other} or more. */
  public boolean isAtLeast(ByteSize other) {
    return bytes >= other.bytes;
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** The size as disks are labelled, for people: {@code 1.0 TB}, {@code 512 B}. */
  @Override
  public String toString() {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.95 && unit < DECIMAL_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, DECIMAL_UNITS[unit]);
  }
}
