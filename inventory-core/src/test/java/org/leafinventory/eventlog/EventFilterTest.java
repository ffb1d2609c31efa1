package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

class EventFilterTest {

  @Provide
  Arbitrary<EventFilter> filters() {
    Arbitrary<Instant> times =
        Arbitraries.integers().between(0, 9).map(s -> Events.NOON.plusSeconds(s));
    return Combinators.combine(
            Arbitraries.of("inventory", "inventory.extraction", "config", "deployment.completed")
                .optional(0.4),
            Arbitraries.of(LogText.HOSTS).optional(0.6),
            Arbitraries.of(LogText.CORRELATIONS).map(EventJson::id).optional(0.4),
            times.optional(0.3),
            times.optional(0.3))
        .as(EventFilter::new);
  }

  @Property(tries = 300)
  void looking_for_bytes_first_finds_the_same_events_as_reading_all(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int pieces,
      @ForAll("filters") EventFilter filter)
      throws IOException {
    Path log = Files.createTempFile("log", ".jsonl");
    try {
      Files.writeString(log, new LogText(seed).of(pieces));

      assertThat(LogText.lines(read(log, filter)))
          .isEqualTo(LogText.lines(Events.in(log).stream().filter(filter).toList()));
    } finally {
      Files.delete(log);
    }
  }

  @Property(tries = 200)
  void where_a_log_is_cut_into_chunks_changes_nothing(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int pieces,
      @ForAll @IntRange(min = 2, max = 3000) int size,
      @ForAll("filters") EventFilter filter)
      throws IOException {
    Path log = Files.createTempFile("log", ".jsonl");
    try {
      Files.writeString(log, new LogText(seed).of(pieces));

      assertThat(findings(log, size, filter)).isEqualTo(findings(log, 1 << 20, filter));
    } finally {
      Files.delete(log);
    }
  }

  @Test
  void types_are_told_by_whole_words() {
    EventFilter filter = EventFilter.all().withType("inventory.extraction");

    assertThat(filter.test(ofType("inventory.extraction"))).isTrue();
    assertThat(filter.test(ofType("inventory.extraction.started"))).isTrue();
    assertThat(filter.test(ofType("inventory.extractions"))).isFalse();
    assertThat(filter.test(ofType("config.inventory.extraction"))).isFalse();
  }

  @Test
  void since_takes_its_own_moment_and_until_does_not() {
    InventoryEvent event = Events.at(Events.NOON, "noon");

    assertThat(EventFilter.all().withSince(Events.NOON).test(event)).isTrue();
    assertThat(EventFilter.all().withUntil(Events.NOON).test(event)).isFalse();
    assertThat(EventFilter.all().withUntil(Events.NOON.plusNanos(1)).test(event)).isTrue();
    assertThat(EventFilter.all().withSince(Events.NOON.plusNanos(1)).test(event)).isFalse();
  }

  private static InventoryEvent ofType(String type) {
    InventoryEvent event = Events.event("");
    return new InventoryEvent(
        event.eventId(),
        new EventType(type),
        event.aggregateId(),
        event.aggregateType(),
        event.timestamp(),
        event.correlationId(),
        Optional.empty(),
        event.data());
  }

  private static List<InventoryEvent> read(Path log, EventFilter filter) {
    try (Stream<InventoryEvent> events = EventLog.read(log, filter, skipped -> {})) {
      return events.toList();
    }
  }

  private static List<Finding<InventoryEvent>> findings(Path log, int size, EventFilter filter)
      throws IOException {
    List<Finding<InventoryEvent>> findings = new ArrayList<>();
    ChunkParser<InventoryEvent> parser = ChunkParser.of(filter);
    try (FileChannel in = FileChannel.open(log)) {
      ChunkReader reader = new ChunkReader(in, size, 1 << 20);
      for (Optional<Chunk> next = reader.next(); next.isPresent(); next = reader.next()) {
        findings.addAll(parser.parse(next.get()));
      }
      findings.addAll(parser.parse(reader.rest()));
    }
    return findings;
  }
}
