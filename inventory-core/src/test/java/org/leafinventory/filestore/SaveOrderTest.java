package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.Snapshot;

class SaveOrderTest {

  private Path root = Path.of("");

  @BeforeTry
  void makeRoot() throws IOException {
    root = Files.createTempDirectory("store");
  }

  @AfterTry
  void removeRoot() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 40)
  void in_whatever_order_all_are_kept_and_the_latest_never_regresses(
      @ForAll @Size(max = 12) List<@IntRange(max = 8) Integer> seconds) {
    FileInventoryStore store = FileInventoryStore.at(root);
    List<HardwareInventory> saved = new ArrayList<>();
    for (int second : seconds) {
      HardwareInventory inventory =
          Inventories.named("save " + saved.size(), NOON.plusSeconds(second));
      store.save(inventory);
      saved.add(inventory);

      List<HardwareInventory> inOrder =
          saved.stream().sorted(Comparator.comparing(HardwareInventory::extractedAt)).toList();
      assertThat(store.history(HOST).stream().map(store::load)).isEqualTo(inOrder);
      assertThat(store.latest(HOST)).contains(inOrder.get(inOrder.size() - 1));
    }
    assertThat(store.history(HOST)).extracting(Snapshot::id).doesNotHaveDuplicates();
  }
}
