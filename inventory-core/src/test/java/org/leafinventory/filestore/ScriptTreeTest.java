package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.Snapshot;

/** A {@code latest.json} that is a file: of the shell scripts, or where there are no links. */
class ScriptTreeTest {

  private Path root = Path.of("");
  private Path latest = Path.of("");
  private FileInventoryStore store = FileInventoryStore.at(root);

  @BeforeEach
  void openStore(@TempDir Path directory) throws IOException {
    root = directory;
    latest = Inventories.folder(root).resolve("latest.json");
    store = FileInventoryStore.at(root);
  }

  @Test
  void a_latest_without_snapshots_is_read() throws IOException {
    Files.writeString(latest, Inventories.ofTheScripts(HOST, NOON));

    assertThat(store.hosts()).containsExactly(HOST);
    assertThat(store.history(HOST)).isEmpty();
    assertThat(store.latest(HOST).orElseThrow().hardware().memoryGb()).isEqualTo(64);
  }

  @Test
  void a_snapshot_of_the_scripts_is_read() throws IOException {
    Files.writeString(
        latest.resolveSibling("hardware_20260124_120000.json"),
        Inventories.ofTheScripts(HOST, NOON));

    Snapshot snapshot = store.history(HOST).get(0);

    assertThat(store.load(snapshot).extractedAt()).isEqualTo(NOON);
    assertThat(store.latest(HOST)).contains(store.load(snapshot));
  }

  @Test
  void a_latest_becomes_a_snapshot_before_a_link_takes_its_place() throws IOException {
    String script = Inventories.ofTheScripts(HOST, NOON.minusSeconds(60));
    Files.writeString(latest, script);

    store.save(Inventories.at(NOON));

    assertThat(latest.resolveSibling("hardware_20260124_115900.json")).hasContent(script);
    assertThat(latest).isSymbolicLink();
    assertThat(store.latest(HOST)).contains(Inventories.at(NOON));
    assertThat(store.history(HOST)).hasSize(2);
  }

  @Test
  void a_latest_that_is_newer_stays_the_latest() throws IOException {
    Files.writeString(latest, Inventories.ofTheScripts(HOST, NOON.plusSeconds(60)));

    store.save(Inventories.at(NOON));

    assertThat(Files.readSymbolicLink(latest)).hasToString("hardware_20260124_120100.json");
    assertThat(store.latest(HOST).orElseThrow().extractedAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void a_latest_that_is_a_snapshot_already_is_not_kept_twice() throws IOException {
    String script = Inventories.ofTheScripts(HOST, NOON);
    Files.writeString(latest.resolveSibling("hardware_20260124_120000.json"), script);
    Files.writeString(latest, script);

    store.save(Inventories.at(NOON.plusSeconds(1)));

    assertThat(store.history(HOST)).hasSize(2);
  }

  @Test
  void a_latest_of_the_same_second_as_a_save_is_kept_beside_it() throws IOException {
    Files.writeString(latest, Inventories.ofTheScripts(HOST, NOON));

    store.save(Inventories.at(NOON));

    assertThat(store.history(HOST))
        .extracting(Snapshot::id)
        .containsExactly("20260124_120000", "20260124_120000_2");
  }

  @Test
  void without_symbolic_links_the_latest_is_a_copy() throws IOException {
    FileInventoryStore withoutLinks =
        new FileInventoryStore(
            root,
            (link, destination) -> {
              throw new UnsupportedOperationException();
            });
    HardwareInventory newest = Inventories.at(NOON);

    withoutLinks.save(newest);
    withoutLinks.save(Inventories.at(NOON.minusSeconds(1)));

    assertThat(latest).isRegularFile().hasSameBinaryContentAs(fileOf(newest));
    assertThat(Files.isSymbolicLink(latest)).isFalse();
    assertThat(withoutLinks.latest(HOST)).contains(newest);
    assertThat(withoutLinks.history(HOST)).hasSize(2);
  }

  private Path fileOf(HardwareInventory inventory) {
    return latest.resolveSibling(SnapshotName.first(inventory.extractedAt()).fileName());
  }
}
