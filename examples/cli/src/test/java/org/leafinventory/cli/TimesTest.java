package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimesTest {

  private final Times times = new Times();

  @Test
  void times_are_written_as_java_writes_them() {
    Random random = new Random(7);
    Stream<Instant> any =
        random
            .longs(20_000, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
            .mapToObj(Instant::ofEpochSecond);
    Stream<Instant> near = random.longs(20_000, -200_000, 200_000).mapToObj(Instant::ofEpochSecond);
    Stream<Instant> edges =
        Stream.of(
            Instant.MIN,
            Instant.MAX,
            Instant.EPOCH,
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("-0001-12-31T23:59:59Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.parse("2026-01-24T12:00:00.120Z"),
            Instant.ofEpochSecond(-1, 1));

    Stream.of(any, near, edges)
        .flatMap(it -> it)
        .forEach(time -> assertThat(times.text(time)).isEqualTo(time.toString()));
  }
}
