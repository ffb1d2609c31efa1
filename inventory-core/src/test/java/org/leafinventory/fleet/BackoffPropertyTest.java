package org.leafinventory.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class BackoffPropertyTest {

  private static final double ALMOST_ONE = Math.nextDown(1.0);

  @Property
  void a_pause_is_at_most_the_longest_and_never_negative(
      @ForAll("backoffs") Backoff backoff,
      @ForAll @IntRange(min = 1, max = 10_000) int retry,
      @ForAll @DoubleRange(min = 0, max = 0.999_999) @Scale(6) double roll) {
    assertThat(backoff.pause(retry, roll)).isBetween(Duration.ZERO, backoff.longest());
  }

  @Property
  void what_is_possible_never_shrinks_from_one_retry_to_the_next(
      @ForAll("backoffs") Backoff backoff, @ForAll @IntRange(min = 1, max = 200) int retry) {
    assertThat(backoff.pause(retry + 1, 0)).isGreaterThanOrEqualTo(backoff.pause(retry, 0));
    assertThat(backoff.pause(retry + 1, ALMOST_ONE))
        .isGreaterThanOrEqualTo(backoff.pause(retry, ALMOST_ONE));
  }

  @Property
  void a_pause_is_at_least_half_of_what_is_possible(
      @ForAll("backoffs") Backoff backoff,
      @ForAll @IntRange(min = 1, max = 200) int retry,
      @ForAll @DoubleRange(min = 0, max = 0.999_999) @Scale(6) double roll) {
    assertThat(backoff.pause(retry, roll).multipliedBy(2).plusNanos(2))
        .isGreaterThanOrEqualTo(backoff.pause(retry, ALMOST_ONE));
  }

  @Property
  void the_same_random_numbers_give_the_same_pauses(
      @ForAll("backoffs") Backoff backoff, @ForAll long seed) {
    SplittableRandom one = new SplittableRandom(seed);
    SplittableRandom other = new SplittableRandom(seed);

    for (int retry = 1; retry < 10; retry++) {
      assertThat(backoff.pause(retry, one.nextDouble()))
          .isEqualTo(backoff.pause(retry, other.nextDouble()));
    }
  }

  @Property
  void a_longest_pause_below_the_first_is_refused(
      @ForAll @LongRange(min = 1, max = 86_400_000) long first) {
    assertThatThrownBy(
            () -> Backoff.exponential(Duration.ofMillis(first), Duration.ofMillis(first - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void pauses_double_up_to_the_longest() {
    Backoff backoff = Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertThat(backoff.pause(1, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.pause(1, 0.5)).isEqualTo(Duration.ofMillis(750));
    assertThat(backoff.pause(2, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.pause(3, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.pause(4, 0)).isEqualTo(Duration.ofMillis(2_500));
    assertThat(backoff.pause(10_000, 0)).isEqualTo(Duration.ofMillis(2_500));
  }

  @Provide
  Arbitrary<Backoff> backoffs() {
    Arbitrary<Long> millis = Arbitraries.longs().between(0, 86_400_000);
    return Combinators.combine(millis, millis)
        .as(
            (a, b) ->
                Backoff.exponential(
                    Duration.ofMillis(Math.min(a, b)), Duration.ofMillis(Math.max(a, b))));
  }
}
