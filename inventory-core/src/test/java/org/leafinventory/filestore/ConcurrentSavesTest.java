package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.store.Snapshot;

class ConcurrentSavesTest {

  private static final int WRITERS = 2;

  @Test
  void two_threads_lose_nothing(@TempDir Path root) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        ends.add(threads.submit(() -> SavingProcess.save(FileInventoryStore.at(root), number)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThatNothingIsLost(root);
  }

  @Test
  void two_processes_lose_nothing(@TempDir Path root) throws Exception {
    JavaProcesses.run(SavingProcess.class, WRITERS, root);

    assertThatNothingIsLost(root);
  }

  @Test
  void what_was_saved_is_the_latest_at_once_whatever_other_threads_do(@TempDir Path root)
      throws Exception {
    FileInventoryStore store = FileInventoryStore.at(root);
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try {
      Future<?> other = threads.submit(() -> SavingProcess.save(store, 1));
      for (int n = 0; n < 30; n++) {
        Instant later = Inventories.NOON.plusSeconds(SavingProcess.SECONDS + n);
        store.save(Inventories.at(later));
        assertThat(store.latest(HOST)).contains(Inventories.at(later));
      }
      other.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertThatNothingIsLost(Path root) throws IOException {
    FileInventoryStore store = FileInventoryStore.at(root);
    List<Snapshot> history = store.history(HOST);
    Set<String> expected =
        IntStream.range(0, WRITERS * SavingProcess.SAVES)
            .mapToObj(n -> n / SavingProcess.SAVES + "/" + n % SavingProcess.SAVES)
            .collect(Collectors.toSet());

    assertThat(history).hasSize(WRITERS * SavingProcess.SAVES);
    assertThat(history.stream().map(s -> store.load(s).systemInfo().computerName().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(expected);
    Path newest = history.get(history.size() - 1).file().orElseThrow();
    assertThat(Files.readSymbolicLink(newest.resolveSibling("latest.json")))
        .isEqualTo(newest.getFileName());
    assertThat(store.latest(HOST)).contains(store.load(history.get(history.size() - 1)));
    try (Stream<Path> files = Files.list(Inventories.folder(root))) {
      assertThat(files).hasSize(history.size() + 1);
    }
  }
}
