package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

class EventTailTest {

  private final List<SkippedLine> skipped = new ArrayList<>();
  private Path root = Path.of("");
  private JsonLinesEventLog log = JsonLinesEventLog.at(root);
  private EventTail tail = EventTail.of(root, EventFilter.all(), skipped::add);

  @BeforeEach
  void openLog(@TempDir Path directory) {
    root = directory;
    log = JsonLinesEventLog.at(root);
    tail = EventTail.of(log.file(), EventFilter.all(), skipped::add);
  }

  @Test
  void gives_what_is_there_and_then_what_comes() {
    assertThat(poll()).isEmpty();
    log.emit(Events.event("1"));
    log.emit(Events.event("2"));
    assertThat(poll()).containsExactly("1", "2");
    assertThat(poll()).isEmpty();
    log.emit(Events.event("3"));
    assertThat(poll()).containsExactly("3");
  }

  @Test
  void an_event_comes_when_it_is_whole() throws IOException {
    log.emit(Events.event("1"));
    poll();
    String line = EventJson.write(Events.event("2")) + "\n";
    append(line.substring(0, 50));
    assertThat(poll()).isEmpty();
    append(line.substring(50, line.length() - 1));
    assertThat(poll()).isEmpty();
    append("\n");
    assertThat(poll()).containsExactly("2");
    assertThat(skipped).isEmpty();
  }

  @Test
  void what_stays_torn_is_told_when_the_next_event_comes() throws IOException {
    append("{\"event_id\": \"3f");
    assertThat(poll()).isEmpty();
    log.emit(Events.event("after"));

    assertThat(poll()).containsExactly("after");
    assertThat(skipped).extracting(SkippedLine::number).containsExactly(1L);
  }

  @Test
  void a_new_file_in_its_place_is_read_from_its_beginning() throws IOException {
    log.emit(Events.event("old"));
    poll();
    Files.move(log.file(), log.file().resolveSibling("events.1"));
    assertThat(poll()).isEmpty();
    log.emit(Events.event("new"));

    assertThat(poll()).containsExactly("new");
  }

  @Test
  void a_file_that_was_emptied_is_read_from_its_beginning() throws IOException {
    log.emit(Events.event("a long text that is longer than the next"));
    poll();
    Files.write(log.file(), new byte[0]);
    log.emit(Events.event("short"));

    assertThat(poll()).containsExactly("short");
  }

  @Test
  void a_log_that_cannot_be_read_says_so() throws IOException {
    Files.createDirectories(log.file());

    assertThatThrownBy(this::poll)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read " + log.file());
  }

  @Property(tries = 30)
  void whole_logs_come_whole_however_they_are_written(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int step) throws IOException {
    Path file = Files.createTempFile("log", ".jsonl");
    try {
      String last = EventJson.write(Events.event("last")) + "\n";
      byte[] text = (new LogText(seed).of(8) + "\n" + last).getBytes(StandardCharsets.UTF_8);
      List<InventoryEvent> given = new ArrayList<>();
      EventTail slow = EventTail.of(file, EventFilter.all(), it -> {});
      for (int at = 0; at < text.length; at += step) {
        Files.write(
            file,
            Arrays.copyOfRange(text, at, Math.min(text.length, at + step)),
            StandardOpenOption.APPEND);
        slow.poll(given::add);
      }

      assertThat(LogText.lines(given)).isEqualTo(LogText.lines(Events.in(file)));
    } finally {
      Files.delete(file);
    }
  }

  private List<String> poll() {
    List<String> texts = new ArrayList<>();
    tail.poll(event -> texts.add(String.valueOf(event.data().get("text"))));
    return texts;
  }

  private void append(String text) throws IOException {
    Files.createDirectories(log.file().getParent());
    Files.writeString(log.file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
