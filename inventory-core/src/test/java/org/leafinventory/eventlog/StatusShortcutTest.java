package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.projection.StatusChange;

class StatusShortcutTest {

  private static final String SPARE = "{\"event_id\"";

  @Provide
  Arbitrary<InventoryEvent> events() {
    return Arbitraries.longs().map(seed -> event(new Random(seed)));
  }

  private static InventoryEvent event(Random random) {
    List<String> types =
        List.of("inventory.extraction.started", "config.generation.failed", "backup.done");
    List<Object> values = List.of("ssh://a@mac-1", " ", "", 7, -1.5, true, List.of(Map.of("a", 1)));
    Map<String, Object> data = new LinkedHashMap<>();
    for (String key : List.of("files", "target", "message", "reason", "error")) {
      if (random.nextBoolean()) {
        data.put(key, values.get(random.nextInt(values.size())));
      }
    }
    return new InventoryEvent(
        new UUID(random.nextLong(), random.nextLong()),
        new EventType(types.get(random.nextInt(types.size()))),
        "mac-" + random.nextInt(20),
        "inventory",
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(3) * 1_000_000L),
        new UUID(random.nextLong(), random.nextLong()),
        random.nextBoolean() ? Optional.empty() : Optional.of(new UUID(1, random.nextLong())),
        data);
  }

  @Property(tries = 500)
  void what_the_library_writes_is_taken_without_a_parser(
      @ForAll("events") InventoryEvent event, @ForAll boolean followed) {
    String line = EventJson.write(event) + "\n";
    byte[] text = bytes(followed ? line + SPARE : line);
    StatusShortcut shortcut = new StatusShortcut();

    assertThat(shortcut.read(text, 0, text.length)).isEqualTo(line.length());
    assertThat(shortcut.found()).isEqualTo(StatusChange.of(event));
  }

  @Property(tries = 3000)
  void what_is_taken_is_what_the_parser_reads(
      @ForAll("events") InventoryEvent event,
      @ForAll @IntRange(max = 4) int changes,
      @ForAll long seed) {
    String line = spoiled(EventJson.write(event), changes, new Random(seed)) + "\n";

    assertSameAsParser(bytes(line));
  }

  @Property(tries = 300)
  void logs_of_other_programs_are_taken_as_the_parser_reads_them(
      @ForAll long seed, @ForAll @IntRange(max = 20) int pieces) {
    assertSameAsParser(bytes(new LogText(seed).of(pieces)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":null",
        "\"data\":{}",
        "\"data\": { \"a\" : [ 1 , 0.5, -0 , { } ] } ",
        "\"data\":{\"target\":\"a\",\"target\":null}",
        "\"data\":{\"target\":\"a\"},\"data\":null",
        "\"data\":[]",
        "\"data\":{\"a\":01}",
        "\"data\":{\"a\":1.}",
        "\"data\":{\"a\":+1}",
        "\"data\":{\"a\":1e5}",
        "\"data\":{\"a\":tru}",
        "\"data\":{,}",
        "\"data\":{\"a\":1,}",
        "\"data\":{\"a\":[1,]}",
        "\"data\":{\"a\":[1}",
        "\"data\":{\"a\" 1}",
        "\"data\":{\"a\":1}}",
        "\"aggregate_id\":7",
        "\"aggregate_id\":null",
        "\"aggregate_type\":{}",
        "\"causation_id\":\"\"",
        "\"causation_id\":[]",
        "\"event_id\":\"run\"",
        "\"correlation_id\":\"\"",
        "\"other\":{\"x\":[]}",
        "\"timestamp\":\"2026-02-30T00:00:00Z\"",
        "\"timestamp\":\"2026-01-24T24:00:00Z\"",
        "\"timestamp\":\"2026-01-24T12:00:00.Z\"",
        "\"timestamp\":\"2026-01-24T12:00:00.1234567890Z\"",
        "\"timestamp\":1769256000",
        "\"timestamp\":\"2026-01-24T12:00:00x5Z\"",
        "\"\":1",
        "\"a\":-"
      })
  void a_member_that_comes_after_the_others_is_taken_as_the_parser_reads_it(String member) {
    InventoryEvent event = event(new Random(1));
    String line = EventJson.write(event);

    assertSameAsParser(bytes(line.substring(0, line.length() - 1) + "," + member + "}\n"));
  }

  private static void assertSameAsParser(byte[] text) {
    StatusShortcut shortcut = new StatusShortcut();
    Chunk chunk = new Chunk(text, text.length, 0);
    for (int at = 0; at < text.length; at = chunk.pieceEnd(at)) {
      int end = shortcut.read(text, at, text.length);
      if (end >= 0) {
        assertThat(end).isEqualTo(chunk.pieceEnd(at));
        assertThat(shortcut.found()).isEqualTo(parsed(text, at, end));
      }
    }
  }

  private static Optional<StatusChange> parsed(byte[] text, int from, int to) {
    try {
      return StatusChange.of(EventJson.read(text, from, to, "log"));
    } catch (JsonFormatException e) {
      throw new AssertionError(new String(text, from, to - from, StandardCharsets.UTF_8), e);
    }
  }

  private static String spoiled(String line, int changes, Random random) {
    return SpoiledText.of(line, "{}[]\":,\\ \n\r\t0129eE.-+aZn\u0000\u007fü", changes, random);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
