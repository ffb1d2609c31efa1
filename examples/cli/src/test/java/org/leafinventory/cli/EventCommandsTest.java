package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.json.EventJson;

/** {@code leaf events}, {@code status}, {@code timeline}, {@code graph} and {@code rebuild}. */
class EventCommandsTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");
  private static final String TARGET = "ssh://admin@10.0.0.1";

  @TempDir private Path root;
  private int told;

  @BeforeEach
  void tell() {
    tell(EventType.EXTRACTION_STARTED, TARGET, 1, Map.of("target", TARGET));
    tell(EventType.HARDWARE_DISCOVERED, "mac-1", 1, Map.of("target", TARGET, "model", "Mac14,14"));
    tell(EventType.EXTRACTION_COMPLETED, "mac-1", 1, Map.of("target", TARGET));
    tell(EventType.EXTRACTION_STARTED, "ssh://10.0.0.2", 2, Map.of());
    tell(EventType.EXTRACTION_FAILED, "ssh://10.0.0.2", 2, Map.of("reason", "no\u001b[2J route"));
    tell(new EventType("deployment.completed"), "mac-1", 3, Map.of());
  }

  @Test
  void events_stand_in_aligned_columns_and_hold_nothing_that_harms_a_terminal() {
    CommandLineRun run = leaf("events", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("\u001b").contains("no\\u001b[2J route");
    assertThat(run.out().lines()).hasSize(7);
    assertThat(run.out().lines().map(line -> line.indexOf("2026-01-24 12:00:0")).skip(1))
        .containsOnly(0);
    assertThat(
            run.out().lines().filter(line -> line.contains("mac-1")).map(l -> l.indexOf("mac-1")))
        .hasSize(3)
        .allMatch(column -> column == run.out().indexOf("ABOUT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6 --json",
        "5 --type inventory",
        "4 --type inventory.extraction",
        "4 --type inventory.extraction.*",
        "3 --host mac-1",
        "2 --correlation 00000000-0000-0000-0000-000000000002",
        "2 --since 2026-01-24T12:00:04Z",
        "2 --since 2026-01-24T13:00:04+01:00",
        "6 --since 2026-01-24",
        "0 --since 1s",
        "4 --until 2026-01-24T12:00:04Z",
        "1 --type deployment --host mac-1",
        "2 --last 2",
      })
  void events_are_chosen(String choice) {
    String[] words = choice.split(" ");
    Object[] arguments = new Object[words.length + 3];
    System.arraycopy(words, 1, arguments, 1, words.length - 1);
    arguments[0] = "events";
    arguments[words.length] = "--json";
    arguments[words.length + 1] = "--root";
    arguments[words.length + 2] = root;
    if (choice.endsWith("--json")) {
      arguments[words.length] = "--verbose";
    }

    CommandLineRun run = leaf(arguments);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(Integer.parseInt(words[0]));
    assertThat(run.out().lines()).allSatisfy(line -> EventJson.read(line, "line"));
  }

  @Test
  void events_are_counted() {
    assertThat(leaf("events", "--count", "--root", root).out())
        .containsPattern("inventory\\.extraction\\.started +2 +2026-01-24 12:00:00 +2026");
    assertThat(leaf("events", "--count", "host", "--root", root).out())
        .containsPattern("mac-1 +3 ");
    assertThat(leaf("events", "--count", "day", "--root", root).out())
        .containsPattern("2026-01-24 +6 ");
  }

  @Test
  @Timeout(60)
  void events_are_followed_until_nobody_reads() throws Exception {
    ClosablePipe pipe = new ClosablePipe();
    PrintWriter out = new PrintWriter(pipe, true, StandardCharsets.UTF_8);
    Thread following =
        new Thread(
            () ->
                Leaf.run(
                    out,
                    new PrintWriter(new StringWriter()),
                    "events",
                    "--follow",
                    "--last",
                    "1",
                    "--json",
                    "--root",
                    root.toString()));
    following.start();
    pipe.await("deployment.completed");
    tell(new EventType("backup.finished"), "mac-1", 4, Map.of());
    pipe.await("backup.finished");
    assertThat(pipe.text().lines()).hasSize(2);
    pipe.close();
    tell(new EventType("backup.finished"), "mac-1", 4, Map.of());

    following.join(Duration.ofSeconds(50).toMillis());

    assertThat(following.isAlive()).isFalse();
  }

  @Test
  void what_is_no_event_is_told_beside_those_that_are() throws IOException {
    Files.writeString(
        root.resolve("events/events.jsonl"), "rubbish\n".repeat(9), StandardOpenOption.APPEND);

    CommandLineRun run = leaf("events", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(7);
    assertThat(run.err().lines()).hasSize(6).allMatch(line -> line.startsWith("leaf: warning: "));
    assertThat(run.err()).contains("line 7:").contains("skipped 4 more places");
  }

  @Test
  void status_tells_how_far_each_host_has_come() {
    CommandLineRun run = leaf("status", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("mac-1 +deployed +2026-01-24 12:00:05")
        .containsPattern("ssh://10.0.0.2 +failed +2026-01-24 12:00:04 +no\\\\u001b\\[2J route")
        .endsWith("2 hosts: 1 deployed, 1 failed\n");
    assertThat(leaf("status", "--state", "failed", "--root", root).out()).doesNotContain("mac-1");
    assertThat(leaf("status", TARGET, "--root", root).out()).contains("mac-1");
    CommandLineRun unknown = leaf("status", "mac-9", "--root", root);
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).isEqualTo("leaf: no event tells of mac-9\n");
  }

  @Test
  void rebuilding_changes_nothing() {
    String before = leaf("status", "--root", root).out();

    CommandLineRun run = leaf("rebuild", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 hosts: 1 deployed, 1 failed");
    assertThat(leaf("status", "--root", root).out()).isEqualTo(before);
  }

  @Test
  void the_timeline_of_a_host_begins_before_its_name_was_known() {
    CommandLineRun run = leaf("timeline", "mac-1", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(5);
    assertThat(run.out())
        .containsPattern("12:00:00 +inventory\\.extraction\\.started +" + TARGET)
        .containsPattern(
            "12:00:01 +\\+1\\.000 s +inventory\\.hardware\\.discovered +mac-1 +Mac14,14")
        .doesNotContain("10.0.0.2");
    assertThat(leaf("timeline", "--last", "1", "--root", root).out().lines()).hasSize(2);
    assertThat(leaf("timeline", "mac-9", "--root", root).status()).isEqualTo(1);
  }

  @Test
  void the_graph_comes_in_three_languages() {
    assertThat(leaf("graph", "--root", root).out())
        .contains("    inventory.hardware.discovered  mac-1")
        .contains("correlation 00000000-0000-0000-0000-000000000003");
    assertThat(leaf("graph", "--format", "dot", "--root", root).out()).startsWith("digraph");
    assertThat(leaf("graph", "--format", "mermaid", "--root", root).out()).startsWith("flowchart");
    CommandLineRun last = leaf("graph", "--last", "1", "--root", root);
    assertThat(last.out().lines()).hasSize(2);
    assertThat(last.err()).contains("--last N shows more");
    assertThat(leaf("graph", "--correlation", "nonsense", "--root", root).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events --since yesterday",
        "events --count --json",
        "events --count sort",
        "events --last -1",
        "graph --last 0",
        "graph --format svg",
        "timeline --last -1",
        "status --state fine",
      })
  void wrong_usage_is_status_2(String line) {
    CommandLineRun run = leaf((Object[]) (line + " --root " + root).split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("leaf: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "status", "timeline", "graph", "rebuild"})
  void where_no_events_are_it_says_what_to_run_first(String command) {
    CommandLineRun run = leaf(command, "--root", root.resolve("nothing"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip())
        .startsWith("leaf: No events found under ")
        .contains("extract TARGET")
        .doesNotContain("\n");
  }

  private void tell(EventType type, String about, int correlation, Map<String, Object> data) {
    Optional<UUID> cause =
        told == 1 || told == 2 ? Optional.of(new UUID(1, told)) : Optional.empty();
    told++;
    JsonLinesEventLog.at(root)
        .emit(
            new InventoryEvent(
                new UUID(1, told),
                type,
                about,
                "inventory",
                NOON.plusSeconds(told - 1),
                new UUID(0, correlation),
                cause,
                data));
  }

  /** A pipe whose reader can go away. */
  private static final class ClosablePipe extends OutputStream {

    private final StringBuilder text = new StringBuilder();
    private boolean closed;

    @Override
    public synchronized void write(int c) throws IOException {
      if (closed) {
        throw new IOException("Broken pipe");
      }
      text.append((char) c);
      notifyAll();
    }

    @Override
    public synchronized void close() {
      closed = true;
    }

    synchronized String text() {
      return text.toString();
    }

    synchronized void await(String expected) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (text.indexOf(expected) < 0 && System.nanoTime() < end) {
        wait(1000);
      }
      assertThat(text).contains(expected);
    }
  }
}
