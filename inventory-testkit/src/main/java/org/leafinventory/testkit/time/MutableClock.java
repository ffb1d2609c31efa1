package org.leafinventory.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it.
 *
 * <p>Clocks made by {@link #withZone} tell the same time: moving one moves all. Thread-safe. Two
 * such clocks are equal only if they are the same object, as their time changes.
 */
public final class MutableClock extends Clock {

  private final Hands hands;
  private final ZoneId zone;

  private MutableClock(Hands hands, ZoneId zone) {
    this.hands = hands;
    this.zone = zone;
  }

  /** A clock in UTC that stands at {@code start}. */
  public static MutableClock at(Instant start) {
    return new MutableClock(new Hands(start), ZoneOffset.UTC);
  }

  /**
   * A clock in UTC that stands at {@code start}, written as in {@code 2026-01-24T12:00:00Z}.
   *
   * @throws java.time.format.DateTimeParseException if {@code start} is not an instant
   */
  public static MutableClock at(String start) {
    return at(Instant.parse(start));
  }

  /** Puts the clock to {@code instant}, forwards or backwards. */
  public void set(Instant instant) {
    hands.set(instant);
  }

  /**
   * Moves the clock by {@code step}, backwards if it is negative.
   *
   * @return the time after the step
   */
  public Instant advance(Duration step) {
    return hands.advance(step);
  }

  @Override
  public Instant instant() {
    return hands.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** A clock in {@code newZone} that shares the time of this one. */
  @Override
  public MutableClock withZone(ZoneId newZone) {
    return new MutableClock(hands, newZone);
  }

  @Override
  public String toString() {
    return "MutableClock[" + hands.get() + ", " + zone + "]";
  }

  /** What clocks of several zones share. */
  private static final class Hands {

    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    synchronized Instant get() {
      return now;
    }

    synchronized void set(Instant instant) {
      now = instant;
    }

    synchronized Instant advance(Duration step) {
      now = now.plus(step);
      return now;
    }
  }
}
