package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.leafinventory.eventlog.Events.NOON;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;

class JsonLinesEventLogTest {

  private Path root = Path.of("");
  private JsonLinesEventLog log = JsonLinesEventLog.at(root);

  @BeforeEach
  void openLog(@TempDir Path directory) {
    root = directory.resolve("not/there/yet");
    log = JsonLinesEventLog.at(root);
  }

  @Test
  void events_are_lines_in_the_file_of_all_and_in_that_of_the_utc_day() {
    InventoryEvent late = Events.at(NOON.plus(Duration.ofHours(12)).minusMillis(1), "late");
    InventoryEvent early = Events.at(NOON.plus(Duration.ofHours(12)), "early");

    log.emit(late);
    log.emit(early);

    Path events = root.resolve("events");
    assertThat(log.file()).isEqualTo(events.resolve("events.jsonl"));
    assertThat(log.file()).hasContent(EventJson.write(late) + "\n" + EventJson.write(early) + "\n");
    assertThat(events.resolve("events-2026-01-24.jsonl")).hasContent(EventJson.write(late) + "\n");
    assertThat(events.resolve("events-2026-01-25.jsonl")).hasContent(EventJson.write(early) + "\n");
    assertThat(Events.in(log.file())).containsExactly(late, early);
  }

  @Test
  void a_line_that_a_crash_cut_short_costs_no_other() throws IOException {
    InventoryEvent before = Events.event("before");
    InventoryEvent after = Events.event("after");
    log.emit(before);
    append("{\"event_id\": \"3f");

    log.emit(after);

    assertThat(Events.in(log.file())).containsExactly(before, after);
    assertThat(Files.readAllLines(log.file()))
        .containsExactly(EventJson.write(before), "{\"event_id\": \"3f", EventJson.write(after));
  }

  @Test
  void a_line_that_lacks_only_its_end_is_kept() throws IOException {
    InventoryEvent whole = Events.event("whole");
    InventoryEvent after = Events.event("after");
    Files.createDirectories(root.resolve("events"));
    append(EventJson.write(whole));

    log.emit(after);

    assertThat(Events.in(log.file())).containsExactly(whole, after);
    assertThat(Events.skippedIn(log.file())).isEmpty();
  }

  @Test
  void a_thread_that_was_interrupted_can_emit_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    log.emit(Events.event("cancelled"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Events.in(log.file())).hasSize(1);
  }

  @Test
  void a_lock_that_another_writer_gives_up_is_waited_for() throws IOException {
    log.emit(Events.event("first"));
    CompletableFuture<Void> second;
    try (FileChannel other = FileChannel.open(log.file(), StandardOpenOption.WRITE)) {
      other.lock();
      second = CompletableFuture.runAsync(() -> log.emit(Events.event("second")));
      assertThat(second).isNotDone();
    }
    second.join();

    assertThat(Events.in(log.file())).hasSize(2);
  }

  @Test
  void a_lock_that_is_never_given_up_is_an_error() throws IOException {
    JsonLinesEventLog impatient = new JsonLinesEventLog(root, Duration.ofMillis(20));
    impatient.emit(Events.event("first"));
    try (FileChannel other = FileChannel.open(log.file(), StandardOpenOption.WRITE)) {
      other.lock();

      assertThatThrownBy(() -> impatient.emit(Events.event("second")))
          .isInstanceOf(EventSinkException.class)
          .hasMessage(log.file() + " was locked for 20 ms; end the program that holds it");
    }
    assertThat(Events.in(log.file())).hasSize(1);
  }

  @Test
  void a_directory_that_is_a_symbolic_link_is_followed(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("events"), elsewhere);

    log.emit(Events.event("linked"));

    assertThat(Events.in(elsewhere.resolve("events.jsonl"))).hasSize(1);
  }

  @Test
  void a_file_in_place_of_the_directory_says_so() throws IOException {
    Files.createDirectories(root);
    Path file = Files.writeString(root.resolve("events"), "mine");

    assertThatThrownBy(() -> log.emit(Events.event("lost")))
        .isInstanceOf(EventSinkException.class)
        .hasMessage(
            "cannot append to "
                + log.file()
                + " and events-2026-01-24.jsonl: "
                + file
                + " is not a directory; move it away or choose another directory");
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_link_to_nowhere_in_place_of_the_directory_says_so() throws IOException {
    Files.createDirectories(root);
    Path link = Files.createSymbolicLink(root.resolve("events"), Path.of("nowhere"));

    assertThatThrownBy(() -> log.emit(Events.event("lost")))
        .isInstanceOf(EventSinkException.class)
        .hasMessageContaining(": " + link + " is not a directory; ");
  }

  @Test
  void a_file_of_the_day_that_cannot_be_opened_leaves_the_log_as_it_was() throws IOException {
    log.emit(Events.event("kept"));
    Path day = log.file().resolveSibling("events-2026-01-24.jsonl");
    Files.delete(day);
    Files.createDirectory(day);

    assertThatThrownBy(() -> log.emit(Events.event("refused")))
        .isInstanceOf(EventSinkException.class)
        .hasMessageContaining("Is a directory");
    assertThat(Events.in(log.file())).hasSize(1);
  }

  @Test
  void a_read_only_root_says_so() throws IOException {
    Files.createDirectories(root);
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(root)).as("root may write everywhere").isFalse();

    assertThatThrownBy(() -> log.emit(Events.event("lost")))
        .isInstanceOf(EventSinkException.class)
        .hasMessage(
            "cannot append to "
                + log.file()
                + " and events-2026-01-24.jsonl: permission denied;"
                + " let this user read and write there or choose another directory");
  }

  @Test
  void data_that_json_cannot_express_is_an_error_and_leaves_nothing() {
    InventoryEvent template = Events.event("");
    InventoryEvent odd =
        new InventoryEvent(
            template.eventId(),
            template.eventType(),
            template.aggregateId(),
            template.aggregateType(),
            template.timestamp(),
            template.correlationId(),
            template.causationId(),
            Map.of("thing", new Object()));

    assertThatThrownBy(() -> log.emit(odd))
        .isInstanceOf(EventSinkException.class)
        .hasMessage(
            "cannot log event "
                + odd.eventId()
                + ": the data of a inventory.extraction.started event hold something JSON cannot"
                + " express");
    assertThat(root).doesNotExist();
  }

  private void append(String text) throws IOException {
    Files.writeString(log.file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
