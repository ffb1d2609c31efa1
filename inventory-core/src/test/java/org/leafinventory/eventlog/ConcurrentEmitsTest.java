package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.filestore.JavaProcesses;

class ConcurrentEmitsTest {

  private static final int WRITERS = 2;

  @Test
  void threads_with_a_log_each_on_one_file_lose_nothing(@TempDir Path root) throws Exception {
    Path sameRoot = Files.createSymbolicLink(root.resolve("link"), root);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      Future<?> one = threads.submit(() -> EmittingProcess.emit(JsonLinesEventLog.at(root), 0));
      Future<?> two = threads.submit(() -> EmittingProcess.emit(JsonLinesEventLog.at(sameRoot), 1));
      // A reader gives up the locks of the whole process each time it closes the file.
      while (!one.isDone() || !two.isDone()) {
        Events.in(JsonLinesEventLog.at(root).file());
      }
      one.get();
      two.get();
    } finally {
      threads.shutdownNow();
    }

    assertThatNothingIsLost(root);
  }

  @Test
  void two_processes_lose_nothing(@TempDir Path root) throws Exception {
    JavaProcesses.run(EmittingProcess.class, WRITERS, root);

    assertThatNothingIsLost(root);
  }

  private static void assertThatNothingIsLost(Path root) throws IOException {
    Path file = JsonLinesEventLog.at(root).file();
    List<InventoryEvent> events = Events.in(file);

    assertThat(Events.skippedIn(file)).isEmpty();
    assertThat(events).hasSize(WRITERS * EmittingProcess.EVENTS);
    for (int writer = 0; writer < WRITERS; writer++) {
      assertThat(numbersOf(writer, events))
          .isEqualTo(IntStream.range(0, EmittingProcess.EVENTS).boxed().toList());
    }
    assertThat(file.resolveSibling("events-2026-01-24.jsonl")).hasSameBinaryContentAs(file);
  }

  private static List<Integer> numbersOf(int writer, List<InventoryEvent> events) {
    List<Integer> numbers = new ArrayList<>();
    for (InventoryEvent event : events) {
      String[] parts = String.valueOf(event.data().get("text")).split("/", 3);
      if (parts[0].equals(String.valueOf(writer))) {
        numbers.add(Integer.valueOf(parts[1]));
      }
    }
    return numbers;
  }
}
