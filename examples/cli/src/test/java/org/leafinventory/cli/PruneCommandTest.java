package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** {@code leaf prune}, and how the other commands bear a corrupt host. */
class PruneCommandTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  @TempDir private Path root;

  @BeforeEach
  void keep() {
    for (int day = 0; day < 5; day++) {
      FileInventoryStore.at(root).save(mac("mac-1", NOON.plusSeconds(86_400L * day)));
    }
    FileInventoryStore.at(root).save(mac("mac-2", NOON));
  }

  @Test
  void nothing_is_deleted_where_nobody_can_be_asked() {
    CommandLineRun run = leaf("prune", "--keep", "2", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).containsPattern("mac-1 +3 +20260124_120000 +20260126_120000");
    assertThat(run.err().strip()).contains("--yes").doesNotContain("\n");
    assertThat(snapshots("mac-1")).isEqualTo(5);
  }

  @Test
  void a_dry_run_deletes_nothing() {
    CommandLineRun run = leaf("prune", "--keep", "1", "--dry-run", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Nothing is deleted");
    assertThat(snapshots("mac-1")).isEqualTo(5);
  }

  @Test
  void the_newest_stay() {
    CommandLineRun run = leaf("prune", "--keep", "2", "--yes", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Deleted 3 snapshots.");
    assertThat(snapshots("mac-1")).isEqualTo(2);
    assertThat(snapshots("mac-2")).isEqualTo(1);
    assertThat(leaf("show", "mac-1", "--root", root).out()).contains("2026-01-28T12:00:00Z");
    assertThat(leaf("prune", "--keep", "2", "--yes", "--root", root).out())
        .isEqualTo("Nothing to delete.\n");
  }

  @Test
  void what_is_younger_stays() {
    leaf("prune", "--keep", "1", "--older-than", "2026-01-26", "--yes", "--root", root);

    assertThat(snapshots("mac-1")).isEqualTo(3);
  }

  @Test
  void the_latest_cannot_be_deleted() {
    assertThat(leaf("prune", "--keep", "0", "--yes", "--root", root).status()).isEqualTo(2);
    assertThat(leaf("prune", "--yes", "--root", root).status()).isEqualTo(2);
    assertThat(snapshots("mac-1")).isEqualTo(5);
  }

  @Test
  void a_host_whose_latest_is_corrupt_keeps_all() throws IOException {
    Files.writeString(root.resolve("inventory/mac-1/hardware_20260128_120000.json"), "{");

    CommandLineRun run = leaf("prune", "--keep", "1", "--yes", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("warning: all snapshots of mac-1 are kept");
    assertThat(snapshots("mac-1")).isEqualTo(5);
  }

  @Test
  void what_killed_processes_left_is_deleted_when_it_is_old() throws IOException {
    Path old = temporary("11111111-1111-1111-1111-111111111111");
    Files.setLastModifiedTime(old, FileTime.from(NOON));
    Path young = temporary("22222222-2222-2222-2222-222222222222");

    CommandLineRun run = leaf("prune", "--keep", "9", "--yes", "--root", root);

    assertThat(run.out()).contains("left over: " + old).contains("1 temporary file.");
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void one_corrupt_host_does_not_hide_the_others() throws IOException {
    Files.writeString(root.resolve("inventory/mac-1/hardware_20260128_120000.json"), "{");

    CommandLineRun hosts = leaf("hosts", "--root", root);
    CommandLineRun compare = leaf("compare", "--root", root);

    assertThat(hosts.status()).isEqualTo(1);
    assertThat(hosts.out()).contains("mac-2").doesNotContain("mac-1");
    assertThat(hosts.err().strip())
        .startsWith("leaf: skipped: ")
        .contains("mac-1/hardware_20260128_120000.json: line 1, column 2: ends in the middle; ")
        .doesNotContain("\n");
    assertThat(compare.status()).isEqualTo(1);
    assertThat(compare.out()).contains("mac-2");
    assertThat(compare.err()).isEqualTo(hosts.err());
  }

  private Path temporary(String id) throws IOException {
    return Files.writeString(root.resolve("inventory/mac-1/.latest.json." + id + ".tmp"), "x");
  }

  private int snapshots(String host) {
    return FileInventoryStore.at(root).history(HostName.of(host)).size();
  }

  private static HardwareInventory mac(String name, Instant at) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(32)).build())
        .extractedAt(at)
        .build();
  }
}
