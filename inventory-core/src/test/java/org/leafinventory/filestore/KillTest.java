package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.store.Snapshot;

/**
 * Processes are killed at random moments, two at a time, while they store and log. How often: the
 * system property {@code leaf.test.kills}.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("leaf.test.kills", 24);
  private static final int AT_ONCE = 2;

  /** How many rounds share a root, so that each finds what those before it left. */
  private static final int ROUNDS = 10;

  private final Random random = new Random(20260124);
  private final Map<String, String> saved = new HashMap<>();
  private final Set<UUID> logged = new HashSet<>();

  @Test
  void what_was_said_to_be_done_is_there_whenever_a_process_is_killed(@TempDir Path directory)
      throws Exception {
    Path root = directory;
    for (int kill = 0; kill < KILLS; kill += AT_ONCE) {
      if (kill % (ROUNDS * AT_ONCE) == 0) {
        root = Files.createDirectory(directory.resolve("root-" + kill));
        saved.clear();
        logged.clear();
      }
      List<Process> processes = new ArrayList<>();
      for (int number = kill; number < kill + AT_ONCE; number++) {
        processes.add(JavaProcesses.start(KilledProcess.class, root.toString(), number + ""));
      }
      try {
        for (Process process : processes) {
          killSoon(process);
        }
      } finally {
        processes.forEach(Process::destroyForcibly);
      }
      assertThatNothingIsLost(root);
    }
  }

  private void killSoon(Process process) throws IOException, InterruptedException {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      int lines = random.nextInt(40);
      for (int i = 0; i <= lines; i++) {
        note(said.readLine());
      }
      LockSupport.parkNanos(Duration.ofMillis(4).toNanos() * random.nextInt(1000) / 1000);
      // Not through the process itself, which would close what it said before it died.
      process.toHandle().destroyForcibly();
      said.lines().filter(line -> line.matches("saved .* .*|logged .{36}")).forEach(this::note);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private void note(String line) {
    assertThat(line).isNotNull();
    String[] words = line.split(" ", 3);
    if (words[0].equals("saved")) {
      saved.put(words[1], words[2]);
    } else {
      logged.add(UUID.fromString(words[1]));
    }
  }

  private void assertThatNothingIsLost(Path root) throws IOException {
    FileInventoryStore store = FileInventoryStore.at(root);
    Map<String, String> found = new HashMap<>();
    List<Snapshot> history = store.history(HOST);
    for (Snapshot snapshot : history) {
      found.put(store.load(snapshot).systemInfo().computerName().orElseThrow(), snapshot.id());
    }
    assertThat(found).containsAllEntriesOf(saved);
    assertThat(store.latest(HOST)).contains(store.load(history.get(history.size() - 1)));
    Path latest = root.resolve("inventory/studio-1/latest.json");
    if (Files.exists(latest)) {
      assertThat(Files.readString(latest)).endsWith("}\n");
    }
    Set<UUID> ids = new HashSet<>();
    try (Stream<InventoryEvent> events = EventLog.read(JsonLinesEventLog.at(root).file())) {
      events.forEach(event -> ids.add(event.eventId()));
    }
    assertThat(ids).containsAll(logged);
  }
}
