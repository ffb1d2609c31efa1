package org.leafinventory.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MutableClockTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  private final MutableClock clock = MutableClock.at("2026-01-24T12:00:00Z");

  @Test
  void stands_still_in_utc_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void moves_in_both_directions() {
    assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo(NOON.plusSeconds(300));
    assertThat(clock.advance(Duration.ofMinutes(-6))).isEqualTo(NOON.minusSeconds(60));
    clock.set(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void shares_its_time_with_clocks_of_other_zones() {
    MutableClock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
    berlin.advance(Duration.ofDays(1));
    assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
  }
}
