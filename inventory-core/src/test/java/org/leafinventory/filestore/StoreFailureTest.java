package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

class StoreFailureTest {

  private Path root = Path.of("");
  private FileInventoryStore store = FileInventoryStore.at(root);

  @BeforeEach
  void openStore(@TempDir Path directory) {
    root = directory;
    store = FileInventoryStore.at(root);
  }

  @Test
  void a_corrupt_snapshot_is_named_with_place_reason_and_remedy() throws IOException {
    Path file = store.save(Inventories.at(NOON)).file().orElseThrow();
    Files.writeString(file, "{\n  \"schema_version\": 1,\n");

    assertFails(() -> store.latest(HOST))
        .hasMessageStartingWith(file + ": line 3, column 1: ")
        .hasMessageEndingWith("; bring the file back from version control or move it away")
        .hasCauseInstanceOf(JsonFormatException.class);
    assertFails(() -> store.load(store.history(HOST).get(0))).hasMessageContaining(file.toString());
  }

  @Test
  void a_corrupt_latest_of_the_scripts_is_named_and_not_overwritten() throws IOException {
    Path latest = Inventories.folder(root).resolve("latest.json");
    Files.writeString(latest, "<<<<<<< HEAD");

    assertFails(() -> store.latest(HOST)).hasMessageStartingWith(latest + ": line 1, column 1: ");
    assertFails(() -> store.save(Inventories.at(NOON)))
        .hasMessageStartingWith(
            "saved "
                + latest.resolveSibling("hardware_20260124_120000.json")
                + ", but "
                + latest
                + ": line 1, column 1: ");
    assertThat(latest).hasContent("<<<<<<< HEAD");
    assertThat(store.history(HOST)).hasSize(1);
  }

  @Test
  void a_file_of_a_newer_version_says_so() throws IOException {
    Path file = store.save(Inventories.at(NOON)).file().orElseThrow();
    String json = Files.readString(file);
    Files.writeString(file, json.replace("\"schema_version\": 1", "\"schema_version\": 7"));

    assertFails(() -> store.latest(HOST))
        .hasMessageStartingWith(file + ": schema_version: is 7, newer than 1");
  }

  @Test
  void a_file_of_another_host_says_so() throws IOException {
    Path file = store.save(Inventories.at(NOON)).file().orElseThrow();
    Files.writeString(file, InventoryJson.write(Inventories.of(HostName.of("mini-7"), NOON)));

    assertFails(() -> store.latest(HOST))
        .hasMessage(
            file
                + ": is of the host mini-7, but lies in the folder of studio-1;"
                + " move it to the folder of its own host");
  }

  @Test
  void a_snapshot_that_was_removed_says_so() throws IOException {
    Snapshot snapshot = store.save(Inventories.at(NOON));
    Path file = snapshot.file().orElseThrow();
    Files.delete(file);

    assertFails(() -> store.load(snapshot))
        .hasMessage(
            file + " is gone; bring it back from version control or list the history again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../secret", "", "1", "20260124_120000_2.json", "20260124_120000/.."})
  void an_id_of_another_store_reaches_no_file(String id) {
    Snapshot foreign = new Snapshot(HOST, NOON, id, Optional.of(Path.of("/etc/passwd")));

    assertFails(() -> store.load(foreign)).hasMessageContaining("is not of this store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "../up", "/etc", "a/b", "a\\b", "", "-rf", "a\nb", "a\u0000b"})
  void a_hostile_host_name_never_becomes_a_path(String name) {
    assertThatThrownBy(() -> HostName.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_year_without_four_digits_is_refused_before_anything_is_written() {
    HardwareInventory far = Inventories.at(Instant.parse("+10000-01-01T00:00:00Z"));

    assertThatThrownBy(() -> store.save(far)).isInstanceOf(IllegalArgumentException.class);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void a_root_that_is_a_file_says_so() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "mine");
    FileInventoryStore misplaced = FileInventoryStore.at(file);
    String remedy = " is not a directory; move it away or choose another directory";

    assertFails(() -> misplaced.save(Inventories.at(NOON)))
        .hasMessage(
            "cannot save "
                + file.resolve("inventory/studio-1/hardware_20260124_120000.json")
                + ": "
                + file
                + remedy);
    assertFails(misplaced::hosts).hasMessageEndingWith(remedy);
    assertFails(() -> misplaced.history(HOST)).hasMessageEndingWith(remedy);
    assertFails(() -> misplaced.latest(HOST)).hasMessageEndingWith(remedy);
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_read_only_root_says_so() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(root)).as("root may write everywhere").isFalse();

    assertFails(() -> store.save(Inventories.at(NOON)))
        .hasMessage(
            "cannot save "
                + root.resolve("inventory/studio-1/hardware_20260124_120000.json")
                + ": permission denied;"
                + " let this user read and write there or choose another directory");
  }

  @Test
  void a_latest_that_cannot_be_replaced_is_told_apart_from_a_failed_save() throws IOException {
    Path latest = Inventories.folder(root).resolve("latest.json");
    FileInventoryStore full =
        new FileInventoryStore(
            root,
            (link, destination) -> {
              throw new IOException("No space left on device");
            });

    assertFails(() -> full.save(Inventories.at(NOON)))
        .hasMessage(
            "saved "
                + latest.resolveSibling("hardware_20260124_120000.json")
                + ", but cannot update "
                + latest
                + ": No space left on device; see that the disk is there, writable and not full");
    assertThat(store.latest(HOST)).contains(Inventories.at(NOON));
  }

  private static AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("\n");
  }
}
