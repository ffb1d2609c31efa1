package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

class EventLogTest {

  @Property(tries = 60)
  void any_text_survives(@ForAll List<String> texts) throws IOException {
    Path root = Files.createTempDirectory("log");
    JsonLinesEventLog log = JsonLinesEventLog.at(root);
    try {
      List<String> whole = texts.stream().map(EventLogTest::withoutLoneSurrogates).toList();
      whole.forEach(text -> log.emit(Events.event(text)));

      assertThat(Events.in(log.file()))
          .extracting(event -> event.data().get("text"))
          .isEqualTo(whole);
      assertThat(Events.skippedIn(log.file())).isEmpty();
    } finally {
      delete(root);
    }
  }

  @Test
  void lines_that_are_no_events_are_skipped_and_told_by_number(@TempDir Path directory)
      throws IOException {
    InventoryEvent first = Events.event("Jürgen 🖥\u2028\n\r\u0000");
    InventoryEvent last = Events.event("last");
    Path file = directory.resolve("events.jsonl");
    Files.writeString(
        file,
        String.join(
            "\n",
            EventJson.write(first),
            "not JSON",
            "",
            "{}",
            "{\"data\": {}}",
            "null",
            "[1]",
            "\u0000\u0000",
            EventJson.write(last),
            "{\"event_id\": "));

    assertThat(Events.in(file)).containsExactly(first, last);
    List<SkippedLine> skipped = Events.skippedIn(file);
    assertThat(skipped)
        .extracting(SkippedLine::number)
        .containsExactly(2L, 4L, 5L, 6L, 7L, 8L, 10L);
    assertThat(skipped).extracting(SkippedLine::reason).noneMatch(text -> text.contains("\n"));
    assertThat(skipped.get(0))
        .asString()
        .startsWith(file + ": line 2: is not an event: ")
        .contains("Unrecognized token 'not'");
    assertThat(skipped.get(2)).asString().startsWith(file + ": line 5: ").contains("event_id");
    assertThat(skipped.get(6)).hasToString(file + ": line 10: is cut short");
  }

  @Test
  void a_line_beyond_all_measure_is_skipped_without_being_held(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("events.jsonl");
    Files.write(file, new byte[17 << 20]);
    InventoryEvent event = Events.event("after");
    JsonLinesEventLog log = JsonLinesEventLog.at(directory);
    Files.createDirectory(directory.resolve("events"));
    Files.move(file, log.file());

    log.emit(event);

    assertThat(Events.in(log.file())).containsExactly(event);
    assertThat(Events.skippedIn(log.file()))
        .extracting(SkippedLine::reason)
        .containsExactly("is longer than 16 MiB");
  }

  @Test
  void lines_are_read_as_they_are_asked_for(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("events.jsonl");
    InventoryEvent first = Events.event("first");
    Files.writeString(file, EventJson.write(first) + "\nnot JSON\n");
    List<SkippedLine> skipped = new ArrayList<>();

    try (Stream<InventoryEvent> events = EventLog.read(file, skipped::add)) {
      assertThat(events.findFirst()).contains(first);
    }

    assertThat(skipped).isEmpty();
  }

  @Test
  void a_log_that_is_not_there_is_empty(@TempDir Path directory) {
    assertThat(Events.in(directory.resolve("events.jsonl"))).isEmpty();
  }

  @Test
  void a_log_that_cannot_be_read_says_so(@TempDir Path directory) {
    assertThatThrownBy(() -> Events.in(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read " + directory + ": Is a directory");
  }

  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
