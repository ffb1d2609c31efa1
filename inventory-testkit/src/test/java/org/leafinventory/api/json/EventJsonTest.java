package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.testkit.arbitrary.Inventories;

class EventJsonTest {

  private static final String LINE =
      "{\"event_id\":\"00000000-0000-0000-0000-000000000001\","
          + "\"event_type\":\"inventory.extraction.completed\","
          + "\"aggregate_id\":\"studio-1\",\"aggregate_type\":\"inventory\","
          + "\"timestamp\":\"2026-01-24T12:00:00.250Z\","
          + "\"correlation_id\":\"00000000-0000-0000-0000-000000000002\","
          + "\"causation_id\":null,\"data\":{\"duration_ms\":250,\"disks\":[\"disk0\"]}}";

  private static final InventoryEvent EVENT =
      new InventoryEvent(
          new UUID(0, 1),
          EventType.EXTRACTION_COMPLETED,
          "studio-1",
          "inventory",
          Instant.parse("2026-01-24T12:00:00.250Z"),
          new UUID(0, 2),
          Optional.empty(),
          data());

  private static Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("duration_ms", 250);
    data.put("disks", List.of("disk0"));
    return data;
  }

  @Test
  void keys_stand_in_the_promised_order() {
    assertThat(EventJson.write(EVENT)).isEqualTo(LINE);
    assertThat(EventJson.read(LINE, "log")).isEqualTo(EVENT);
  }

  @Provide
  Arbitrary<InventoryEvent> events() {
    Arbitrary<UUID> ids = Arbitraries.longs().map(low -> new UUID(9, low));
    Arbitrary<EventType> types =
        Arbitraries.oneOf(
                Arbitraries.of("inventory.extraction.started", "config.generation.failed"),
                Inventories.anyText())
            .map(EventType::new);
    return Combinators.combine(
            types,
            Inventories.anyTextWithNul(),
            Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
            ids.optional(0.5),
            Arbitraries.maps(Inventories.anyText(), values(2)).ofMaxSize(4))
        .as(
            (type, about, time, cause, data) ->
                new InventoryEvent(
                    new UUID(time.toEpochMilli(), 7),
                    type,
                    about,
                    "inventory",
                    time,
                    new UUID(3, 4),
                    cause,
                    data));
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Inventories.anyText().asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().greaterOrEqual(1L << 31).asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Object> below = values(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        below.list().ofMaxSize(3).asGeneric(),
        Arbitraries.maps(Inventories.anyText(), below).ofMaxSize(3).asGeneric());
  }

  @Property(tries = 500)
  void what_is_written_reads_back_the_same_from_one_line(@ForAll("events") InventoryEvent event) {
    String line = EventJson.write(event);

    assertThat(line).doesNotContain("\n", "\r");
    assertThat(EventJson.read(line, "log")).isEqualTo(event);
    assertThat(EventJson.write(EventJson.read(line, "log"))).isEqualTo(line);
  }

  @Test
  void events_of_other_programs_are_read() {
    String foreign =
        LINE.replace("inventory.extraction.completed", "backup.finished")
            .replace("\"causation_id\":null,", "\"colour\":\"red\",");

    InventoryEvent event = EventJson.read(foreign, "log");

    assertThat(event.eventType()).isEqualTo(new EventType("backup.finished"));
    assertThat(event.causationId()).isEmpty();
  }

  @Test
  void what_scripts_leave_out_is_made_good() {
    InventoryEvent event =
        EventJson.read(
            "{\"event_id\":\"00000000-0000-0000-0000-00000000000A\",\"event_type\":\"config.done\","
                + "\"aggregate_id\":7,\"timestamp\":1769256000.5,\"causation_id\":\"\",\"data\":null}",
            "log");

    assertThat(event)
        .isEqualTo(
            new InventoryEvent(
                new UUID(0, 10),
                new EventType("config.done"),
                "7",
                "config",
                Instant.parse("2026-01-24T12:00:00.500Z"),
                new UUID(0, 10),
                Optional.empty(),
                Map.of()));
  }

  @Test
  void ids_that_are_no_uuids_go_on_telling_events_apart() {
    String made = LINE.replace("00000000-0000-0000-0000-000000000002", "run-17");

    InventoryEvent event = EventJson.read(made, "log");

    assertThat(event.correlationId()).isEqualTo(EventJson.id("run-17"));
    assertThat(EventJson.id("run-18")).isNotEqualTo(EventJson.id("run-17"));
    assertThat(EventJson.id("0000000A-0000-0000-0000-00000000000B"))
        .isEqualTo(new UUID(0x0000000A00000000L, 0xB));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-24T12:00:00Z,2026-01-24T12:00:00Z",
    "2026-01-24T12:00:00.000000001Z,2026-01-24T12:00:00.000000001Z",
    "2026-01-24T14:00:00+02:00,2026-01-24T12:00:00Z",
    "2026-01-24T04:00:00-0800,2026-01-24T12:00:00Z",
    "2026-01-24T12:00:00,2026-01-24T12:00:00Z",
    "2026-01-24 12:00:00,2026-01-24T12:00:00Z",
    "2026-01-24T12:00:00.3NZ,2026-01-24T12:00:00Z",
    "2026-01-24T12:00Z,2026-01-24T12:00:00Z",
  })
  void times_are_read_as_shells_write_them(String written, String meant) {
    String line = LINE.replace("2026-01-24T12:00:00.250Z", written);

    assertThat(EventJson.read(line, "log").timestamp()).isEqualTo(Instant.parse(meant));
  }

  @Test
  void bytes_that_are_no_utf_8_cost_a_character_and_not_the_event() {
    byte[] latin = LINE.replace("disk0", "B\u00fcro").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(EventJson.read(latin, 0, latin.length, "log").data())
        .containsEntry("disks", List.of("B\ufffdro"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"event_id\":\"00000000-0000-0000-0000-000000000001\", | `` | event_id: is missing",
        "\"aggregate_id\":\"studio-1\" | \"aggregate_id\":null | aggregate_id: is missing",
        "\"aggregate_id\":\"studio-1\" | \"aggregate_id\":{} | aggregate_id: is not a text",
        "\"2026-01-24T12:00:00.250Z\" | \"now\" | timestamp: \"now\" is not a time such as 2026-01-24T12:00:00Z",
        "\"2026-01-24T12:00:00.250Z\" | \"2026-02-30T12:00:00Z\" | timestamp: \"2026-02-30T12:00:00Z\" is not a time such as 2026-01-24T12:00:00Z",
        "{\"duration_ms\":250,\"disks\":[\"disk0\"]} | [1] | data: is not a JSON object",
        "}} | }}{ | line 1, column 313: something follows the document",
      })
  void what_is_no_event_is_refused_with_place_and_reason(String good, String bad, String message) {
    assertThat(LINE).contains(good);

    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> EventJson.read(LINE.replace(good, bad), "log:3"))
        .withMessage("log:3: " + message);
  }

  @ParameterizedTest
  @CsvSource({"'',is empty", "null,is not a JSON object", "[],is not a JSON object"})
  void what_is_no_object_is_refused(String line, String reason) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> EventJson.read(line, "log:3"))
        .withMessageStartingWith("log:3: ")
        .withMessageEndingWith(": " + reason);
  }

  @Property(tries = 200)
  void torn_line_is_refused(@ForAll("lengths") int length) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> EventJson.read(LINE.substring(0, length), "log:3"));
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.integers().between(0, LINE.length() - 1);
  }

  @Test
  void data_are_copied_all_the_way_down() {
    List<Object> disks = new ArrayList<>(List.of("disk0"));
    Map<String, Object> data = new LinkedHashMap<>(Map.of("more", Map.of("disks", disks)));
    InventoryEvent event = withData(data);

    disks.add("disk1");
    data.clear();

    assertThat(event.data()).isEqualTo(Map.of("more", Map.of("disks", List.of("disk0"))));
    assertThat(event).isEqualTo(withData(event.data()));
  }

  @Test
  void what_json_cannot_express_is_refused_when_written() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventJson.write(withData(Map.of("thread", new Object()))))
        .withMessageContaining("inventory.extraction.completed");
  }

  private static InventoryEvent withData(Map<String, Object> data) {
    return new InventoryEvent(
        EVENT.eventId(),
        EVENT.eventType(),
        EVENT.aggregateId(),
        EVENT.aggregateType(),
        EVENT.timestamp(),
        EVENT.correlationId(),
        EVENT.causationId(),
        data);
  }
}
