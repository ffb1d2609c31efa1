package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

/** Every operation on the disk fails once, one after the other. */
class FaultyDiskTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Input/output error", "Permission denied"})
  void whatever_fails_in_a_save_is_told_and_nothing_is_lost(String reason) throws IOException {
    Set<String> failures = new LinkedHashSet<>();
    int number = 1;
    for (boolean more = true; more; number++) {
      FaultyDisk disk = new FaultyDisk(Files.createDirectory(directory.resolve("" + number)));
      FileInventoryStore store = FileInventoryStore.at(disk.root());
      store.save(Inventories.at(NOON));
      disk.failAt(number, reason);

      boolean saved = tried(() -> store.save(Inventories.at(NOON.plusSeconds(1))), reason);

      more = !disk.failed().isEmpty();
      failures.add(disk.failed());
      disk.repair();
      assertSound(store, saved ? 2 : 1);
      store.save(Inventories.at(NOON.plusSeconds(2)));
      assertSound(store, saved ? 3 : 2);
      assertThat(store.latest(HOST)).contains(Inventories.at(NOON.plusSeconds(2)));
      assertThat(latestOf(disk)).isEqualTo("hardware_20260124_120002.json");
    }
    assertThat(failures).contains("open", "write", "force", "move", "link", "list");
  }

  @Test
  void whatever_fails_when_reading_is_told() {
    FaultyDisk disk = new FaultyDisk(directory);
    FileInventoryStore store = FileInventoryStore.at(disk.root());
    store.save(Inventories.at(NOON));
    List<Consumer<FileInventoryStore>> reads =
        List.of(it -> it.latest(HOST), it -> it.history(HOST), FileInventoryStore::hosts);

    for (Consumer<FileInventoryStore> read : reads) {
      disk.repair();
      read.accept(store);
      int operations = disk.operations();
      for (int number = 1; number <= operations; number++) {
        disk.failAt(number, "Input/output error");
        assertThat(tried(() -> read.accept(store), "Input/output error")).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Input/output error", "Permission denied"})
  void whatever_fails_in_an_emit_is_told_and_no_other_event_is_lost(String reason)
      throws IOException {
    Set<String> failures = new LinkedHashSet<>();
    int number = 1;
    for (boolean more = true; more; number++) {
      FaultyDisk disk = new FaultyDisk(Files.createDirectory(directory.resolve("" + number)));
      JsonLinesEventLog log = JsonLinesEventLog.at(disk.root());
      InventoryEvent first = event(1);
      log.emit(first);
      InventoryEvent second = event(2);
      disk.failAt(number, reason);

      boolean taken = tried(() -> log.emit(second), reason);

      more = !disk.failed().isEmpty();
      failures.add(disk.failed());
      disk.repair();
      assertThat(Set.copyOf(events(log))).contains(first);
      if (!taken) {
        log.emit(second);
      }
      InventoryEvent third = event(3);
      log.emit(third);
      assertThat(Set.copyOf(events(log))).isEqualTo(Set.of(first, second, third));
    }
    assertThat(failures).contains("open", "write", "force");
  }

  @Test
  void whatever_fails_in_pruning_is_told_and_the_latest_stays() throws IOException {
    int number = 1;
    for (boolean more = true; more; number++) {
      FaultyDisk disk = new FaultyDisk(Files.createDirectory(directory.resolve("" + number)));
      FileInventoryStore store = FileInventoryStore.at(disk.root());
      for (int second = 0; second < 4; second++) {
        store.save(Inventories.at(NOON.plusSeconds(second)));
      }
      PrunePlan plan = store.planPruning(List.of(HOST), Retention.keep(1), NOON);
      disk.failAt(number, "Input/output error");

      boolean pruned = tried(() -> store.prune(plan), "Input/output error");

      more = !disk.failed().isEmpty();
      assertThat(pruned).isNotEqualTo(more);
      disk.repair();
      store.prune(plan);
      assertSound(store, 1);
      assertThat(store.latest(HOST)).contains(Inventories.at(NOON.plusSeconds(3)));
    }
  }

  /** Whether {@code action} went well; if not, it said why on one line. */
  private static boolean tried(Runnable action, String reason) {
    try {
      action.run();
      return true;
    } catch (StoreException | EventSinkException e) {
      assertThat(e).hasMessageContaining(reason).hasMessageNotContaining("\n");
      assertThat(e.getCause()).isInstanceOf(IOException.class);
      return false;
    }
  }

  /** All that is listed can be read, and it is at least so much. */
  private static void assertSound(FileInventoryStore store, int snapshots) {
    List<Snapshot> history = store.history(HOST);
    assertThat(history).hasSizeGreaterThanOrEqualTo(snapshots);
    List<HardwareInventory> loaded = history.stream().map(store::load).toList();
    assertThat(store.latest(HOST)).contains(loaded.get(loaded.size() - 1));
    assertThat(store.hosts()).containsExactly(HOST);
  }

  private static String latestOf(FaultyDisk disk) throws IOException {
    return Files.readSymbolicLink(disk.root().resolve("inventory/studio-1/latest.json")).toString();
  }

  private static InventoryEvent event(int number) {
    return new InventoryEvent(
        new UUID(0, number),
        EventType.EXTRACTION_STARTED,
        "studio-1",
        "inventory",
        NOON,
        new UUID(1, 1),
        Optional.empty(),
        Map.of());
  }

  private static List<InventoryEvent> events(JsonLinesEventLog log) {
    try (Stream<InventoryEvent> events = EventLog.read(log.file())) {
      return events.toList();
    }
  }
}
