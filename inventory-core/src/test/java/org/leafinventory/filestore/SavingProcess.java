package org.leafinventory.filestore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Saves inventories of one host out of order, many of them in the same second. */
final class SavingProcess {

  static final int SAVES = 100;
  static final int SECONDS = 40;

  private SavingProcess() {}

  /** Takes the root and the number of this process. */
  public static void main(String[] arguments) throws Exception {
    FileInventoryStore store = FileInventoryStore.at(Path.of(arguments[0]));
    JavaProcesses.awaitOthers();
    save(store, Integer.parseInt(arguments[1]));
  }

  static void save(FileInventoryStore store, int writer) {
    List<Integer> numbers =
        IntStream.range(0, SAVES).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(numbers, new Random(writer));
    for (int number : numbers) {
      store.save(
          Inventories.named(writer + "/" + number, Inventories.NOON.plusSeconds(number % SECONDS)));
    }
  }
}
