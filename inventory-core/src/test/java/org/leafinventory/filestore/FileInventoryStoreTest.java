package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.Snapshot;

class FileInventoryStoreTest {

  private Path root = Path.of("");
  private FileInventoryStore store = FileInventoryStore.at(root);

  @BeforeEach
  void openStore(@TempDir Path directory) {
    root = directory.resolve("not/there/yet");
    store = FileInventoryStore.at(root);
  }

  @Test
  void what_was_saved_is_loaded() {
    HardwareInventory inventory = Inventories.at(NOON);

    Snapshot snapshot = store.save(inventory);

    assertThat(store.load(snapshot)).isEqualTo(inventory);
    assertThat(store.latest(HOST)).contains(inventory);
    assertThat(store.history(HOST)).containsExactly(snapshot);
    assertThat(store.hosts()).containsExactly(HOST);
  }

  @Test
  void files_are_where_the_promise_says() throws IOException {
    Snapshot snapshot = store.save(Inventories.at(NOON));

    Path file = root.resolve("inventory/studio-1/hardware_20260124_120000.json");
    assertThat(snapshot.file()).contains(file);
    assertThat(snapshot.takenAt()).isEqualTo(NOON);
    assertThat(file).hasContent(InventoryJson.write(Inventories.at(NOON)));
    assertThat(Files.readSymbolicLink(file.resolveSibling("latest.json")))
        .isEqualTo(Path.of("hardware_20260124_120000.json"));
  }

  @Test
  void a_store_that_is_not_there_is_empty() {
    assertThat(store.hosts()).isEmpty();
    assertThat(store.history(HOST)).isEmpty();
    assertThat(store.latest(HOST)).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void snapshots_of_the_same_second_get_numbers_and_lose_nothing() {
    List<HardwareInventory> saved =
        Stream.iterate(1, n -> n + 1)
            .limit(12)
            .map(n -> Inventories.named("number " + n, NOON))
            .toList();

    saved.forEach(store::save);

    assertThat(store.history(HOST).stream().map(store::load)).isEqualTo(saved);
    assertThat(store.history(HOST))
        .extracting(Snapshot::id)
        .startsWith("20260124_120000", "20260124_120000_2", "20260124_120000_3")
        .endsWith("20260124_120000_11", "20260124_120000_12");
    assertThat(store.latest(HOST)).contains(saved.get(11));
  }

  @Test
  void an_older_extraction_does_not_become_the_latest() throws IOException {
    HardwareInventory newer = Inventories.at(NOON);
    store.save(newer);

    store.save(Inventories.at(NOON.minusSeconds(1)));

    assertThat(store.latest(HOST)).contains(newer);
    assertThat(linkTarget()).isEqualTo("hardware_20260124_120000.json");
    assertThat(store.history(HOST))
        .extracting(Snapshot::takenAt)
        .containsExactly(NOON.minusSeconds(1), NOON);
  }

  @Test
  void a_save_that_is_overtaken_while_it_swaps_the_link_swaps_it_again() throws IOException {
    HardwareInventory newer = Inventories.at(NOON.plusSeconds(1));
    FileInventoryStore slow =
        new FileInventoryStore(
            root,
            (link, destination) -> {
              if (store.history(HOST).size() == 1) {
                store.save(newer);
              }
              WholeFiles.link(link, destination);
            });

    slow.save(Inventories.at(NOON));

    assertThat(linkTarget()).isEqualTo("hardware_20260124_120001.json");
    assertThat(store.latest(HOST)).contains(newer);
  }

  @Test
  void a_dangling_link_is_read_past_and_healed_by_the_next_save() throws IOException {
    HardwareInventory kept = Inventories.at(NOON);
    store.save(kept);
    Files.delete(store.save(Inventories.at(NOON.plusSeconds(9))).file().orElseThrow());

    assertThat(store.latest(HOST)).contains(kept);

    store.save(Inventories.at(NOON.minusSeconds(1)));
    assertThat(linkTarget()).isEqualTo("hardware_20260124_120000.json");
  }

  @Test
  void a_link_that_lags_behind_does_not_hide_what_was_saved() throws IOException {
    HardwareInventory newest = Inventories.at(NOON.plusSeconds(1));
    store.save(Inventories.at(NOON));
    store.save(newest);
    Path latest = Inventories.folder(root).resolve("latest.json");
    Files.delete(latest);
    Files.createSymbolicLink(latest, Path.of("hardware_20260124_120000.json"));

    assertThat(store.latest(HOST)).contains(newest);
  }

  @Test
  void a_missing_link_is_no_loss() throws IOException {
    store.save(Inventories.at(NOON));
    Files.delete(Inventories.folder(root).resolve("latest.json"));

    assertThat(store.latest(HOST)).contains(Inventories.at(NOON));
  }

  @Test
  void foreign_files_are_ignored() throws IOException {
    Snapshot snapshot = store.save(Inventories.at(NOON));
    Path folder = Inventories.folder(root);
    for (String name :
        List.of("hardware.nix", "notes.txt", ".hardware_20260124_130000.json.1.tmp", "2.json")) {
      Files.writeString(folder.resolve(name), "foreign");
    }

    assertThat(store.history(HOST)).containsExactly(snapshot);
    assertThat(store.latest(HOST)).contains(Inventories.at(NOON));
  }

  @Test
  void hosts_are_folders_with_an_inventory_and_a_usable_name_in_order() throws IOException {
    store.save(Inventories.of(HostName.of("zeta"), NOON));
    store.save(Inventories.of(HostName.of("alpha"), NOON));
    Path inventory = root.resolve("inventory");
    Files.writeString(inventory.resolve("a-file"), "foreign");
    Files.createDirectory(inventory.resolve("only-nix"));
    Files.writeString(inventory.resolve("only-nix/hardware.nix"), "{ }");
    Files.createDirectory(inventory.resolve("-rf"));
    Files.writeString(inventory.resolve("-rf/latest.json"), "{}");
    Files.createDirectory(inventory.resolve("scripts"));
    Files.writeString(inventory.resolve("scripts/latest.json"), "{}");

    assertThat(store.hosts())
        .containsExactly(HostName.of("alpha"), HostName.of("scripts"), HostName.of("zeta"));
  }

  @Test
  void a_root_and_a_folder_may_be_symbolic_links(@TempDir Path elsewhere) throws IOException {
    Files.createDirectories(root.resolve("inventory"));
    Files.createSymbolicLink(root.resolve("inventory/studio-1"), elsewhere);
    Path link = Files.createSymbolicLink(root.resolveSibling("link"), root);

    FileInventoryStore.at(link).save(Inventories.at(NOON));

    assertThat(elsewhere.resolve("hardware_20260124_120000.json")).exists();
    assertThat(store.latest(HOST)).contains(Inventories.at(NOON));
  }

  @Test
  void names_that_differ_in_case_share_a_folder_where_the_disk_says_so() throws IOException {
    Snapshot snapshot = store.save(Inventories.at(NOON));
    Files.writeString(
        snapshot.file().orElseThrow(),
        InventoryJson.write(Inventories.of(HostName.of("Studio-1"), NOON)));

    assertThat(store.load(snapshot).hostName()).isEqualTo(HostName.of("Studio-1"));
  }

  @Test
  void saving_leaves_no_temporary_files() throws IOException {
    for (int second : List.of(3, 1, 1, 2)) {
      store.save(Inventories.at(Instant.ofEpochSecond(second)));
    }

    try (Stream<Path> files = Files.list(Inventories.folder(root))) {
      assertThat(files).hasSize(5);
    }
  }

  private String linkTarget() throws IOException {
    return Files.readSymbolicLink(Inventories.folder(root).resolve("latest.json")).toString();
  }
}
