package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

/** Logs as the shell scripts wrote them. */
class ScriptLogTest {

  private static final String PRETTY =
      """
      {
        "event_id": "8C2F4C9E-0B7B-4D0A-9A53-0D2C7A1B1F10",
        "event_type": "inventory.extraction.completed",
        "aggregate_id": "mac-studio-01",
        "aggregate_type": "inventory",
        "timestamp": "2026-01-24T12:00:00Z",
        "correlation_id": "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        "causation_id": null,
        "data": {
          "files": [
            {
              "path": "hardware.nix"
            }
          ],
          "empty": {}
        }
      }
      """;

  private Path file = Path.of("");

  @BeforeEach
  void nameFile(@TempDir Path directory) {
    file = directory.resolve("events.jsonl");
  }

  @Test
  void events_over_many_lines_are_read_beside_lines() throws IOException {
    InventoryEvent line = Events.event("line");
    Files.writeString(file, PRETTY + EventJson.write(line) + "\n" + PRETTY + "\n\n" + PRETTY);

    assertThat(Events.in(file)).hasSize(4).contains(line);
    assertThat(Events.in(file).get(0).aggregateId()).isEqualTo("mac-studio-01");
    assertThat(Events.skippedIn(file)).isEmpty();
  }

  @Test
  void one_that_was_cut_short_is_told_once_and_hides_none() throws IOException {
    String torn = PRETTY.substring(0, PRETTY.indexOf("\"path\""));
    Files.writeString(file, PRETTY + torn + "\n" + PRETTY);

    assertThat(Events.in(file)).hasSize(2);
    assertThat(Events.skippedIn(file))
        .singleElement()
        .hasToString(file + ": line 18: is cut short");
  }

  @Test
  void a_line_that_ends_before_a_value_does_not_swallow_the_next_event() throws IOException {
    String line = EventJson.write(Events.event("x"));
    String torn = line.substring(0, line.indexOf("\"data\":") + 7);
    Files.writeString(file, torn + "\n" + line + "\n" + line + "\n");

    assertThat(Events.in(file)).hasSize(2);
    assertThat(Events.skippedIn(file))
        .extracting(SkippedLine::number, SkippedLine::reason)
        .containsExactly(tuple(1L, "is cut short"));
  }

  @Test
  void a_mistake_within_is_told_with_the_line_where_the_event_begins() throws IOException {
    Files.writeString(file, PRETTY + PRETTY.replace("null,", "oops,") + PRETTY);

    assertThat(Events.in(file)).hasSize(2);
    assertThat(Events.skippedIn(file))
        .singleElement()
        .asString()
        .startsWith(file + ": line 18: is not an event: ")
        .contains("oops");
  }

  @Test
  void indented_events_are_read() throws IOException {
    Files.writeString(file, PRETTY.indent(4) + "    garbage\n" + PRETTY.indent(4));

    assertThat(Events.in(file)).hasSize(2);
    assertThat(Events.skippedIn(file))
        .singleElement()
        .extracting(SkippedLine::number)
        .isEqualTo(18L);
  }

  @Test
  void two_events_on_one_line_are_read() throws IOException {
    String line = EventJson.write(Events.event("x"));
    Files.writeString(file, line + line + "\n");

    assertThat(Events.in(file)).hasSize(2);
  }

  @Test
  void a_byte_order_mark_is_no_harm() throws IOException {
    Files.writeString(file, "\ufeff" + PRETTY);

    assertThat(Events.in(file)).hasSize(1);
  }
}
