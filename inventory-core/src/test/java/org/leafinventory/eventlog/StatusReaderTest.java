package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.projection.FleetStatus;

class StatusReaderTest {

  private Path log = Path.of("");
  private StatusReader reader = StatusReader.of(log);

  @BeforeEach
  void openLog(@TempDir Path root) throws IOException {
    log = root.resolve("events/events.jsonl");
    Files.createDirectories(log.getParent());
    reader = StatusReader.of(log);
  }

  @Test
  void a_log_that_is_not_there_tells_of_no_host() {
    assertThat(reader.read(skipped -> {})).isEqualTo(FleetStatus.empty());
  }

  @Property(tries = 40)
  void the_cache_changes_nothing_in_the_answer(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int pieces,
      @ForAll @IntRange(max = 4) int harm)
      throws IOException {
    Path root = Files.createTempDirectory("status");
    openLog(root);
    String text = new LogText(seed).of(pieces);
    append(text);
    FleetStatus rebuilt = reader.rebuild(skipped -> {});
    assertThat(rebuilt).isEqualTo(fromTheLog());

    harm(harm);
    append("\n" + new LogText(seed + 1).of(5));

    assertThat(reader.read(skipped -> {})).isEqualTo(fromTheLog());
    assertThat(reader.rebuild(skipped -> {})).isEqualTo(fromTheLog());
  }

  private void harm(int kind) throws IOException {
    Path cache = reader.cacheFile();
    if (!Files.exists(cache)) {
      return;
    }
    switch (kind) {
      case 0 -> Files.delete(cache);
      case 1 -> Files.writeString(cache, Files.readString(cache).replace("mac-1", "mac-7"));
      case 2 -> Files.writeString(cache, "");
      case 3 -> Files.writeString(log, Files.readString(log).replace("inventory", "inventorY"));
      default -> {
        // Sound.
      }
    }
  }

  @Test
  void a_cache_is_believed_and_only_the_rest_is_read() throws IOException {
    append("rubbish\n" + line("1") + line("2"));
    List<SkippedLine> skipped = new ArrayList<>();
    reader.rebuild(skipped::add);
    assertThat(skipped).hasSize(1);
    append(line("3"));

    FleetStatus status = reader.read(skipped::add);

    assertThat(skipped).hasSize(1);
    assertThat(status).isEqualTo(fromTheLog());
    assertThat(reader.cacheFile().resolveSibling(".gitignore")).hasContent("*");
  }

  @Test
  void a_cache_that_cannot_be_written_costs_nothing_but_time() throws IOException {
    append(line("1") + line("2"));
    Files.writeString(reader.cacheFile().getParent(), "a file where the folder should be");

    assertThat(reader.rebuild(skipped -> {})).isEqualTo(fromTheLog());
  }

  private static String line(String text) {
    return EventJson.write(Events.event(text)) + "\n";
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private FleetStatus fromTheLog() {
    try (Stream<InventoryEvent> events = EventLog.read(log)) {
      return FleetStatus.empty().after(events);
    }
  }
}
