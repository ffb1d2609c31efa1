package org.leafinventory.fleet;

import java.time.Duration;

/**
 * How long to wait before another attempt: exponentially longer each time, up to a limit, and never
 * the same for all, so that a fleet that failed together does not come back together.
 *
 * <p>The pause before retry <i>n</i> is at most the first pause times 2<sup>n-1</sup> and at most
 * the longest pause, and at least half of that. A pure function; immutable and thread-safe.
 *
 * @param first the most to wait before the first retry; zero means not at all
 * @param longest the most to wait before any retry
 */
public record Backoff(Duration first, Duration longest) {

  private static final Duration MOST = Duration.ofDays(1);

  /** Keeps pauses within a day. */
  public Backoff {
    if (first.isNegative() || longest.compareTo(first) < 0 || longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "a back-off needs 0 <= first <= longest <= 1 day, not " + first + " and " + longest);
    }
  }

  /**
   * A back-off that doubles from {@code first} up to {@code longest}.
   *
   * @throws IllegalArgumentException unless 0 ≤ first ≤ longest ≤ one day
   */
  public static Backoff exponential(Duration first, Duration longest) {
    return new Backoff(first, longest);
  }

  /**
   * The pause before a retry.
   *
   * @param retry which one, from 1
   * @param roll a number from 0 (included) to 1 (excluded) that picks from what is possible
   * @throws IllegalArgumentException if either is out of range
   */
  public Duration pause(int retry, double roll) {
    if (retry < 1 || !(roll >= 0 && roll < 1)) {
      throw new IllegalArgumentException("no retry " + retry + " with the roll " + roll);
    }
    double most = Math.min((double) longest.toNanos(), first.toNanos() * Math.pow(2, retry - 1));
    return Duration.ofNanos((long) (most / 2 + most / 2 * roll));
  }
}
