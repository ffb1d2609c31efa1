package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** {@code leaf history} and {@code leaf diff}. */
class DriftCommandsTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  @TempDir private Path root;

  @Test
  void history_lists_snapshots_with_what_changed() {
    keep(mac(32));
    keep(mac(64).withExtractedAt(NOON.plusSeconds(60)));

    CommandLineRun run = leaf("history", "mac-1", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out())
        .containsPattern("20260124_120000 +2026-01-24T12:00:00Z +first")
        .containsPattern("20260124_120100 +2026-01-24T12:01:00Z +1 capacity +changes");
  }

  @Test
  void diff_shows_the_last_two_and_what_becomes_of_the_tuning() {
    keep(mac(32));
    keep(mac(64).withExtractedAt(NOON.plusSeconds(60)));

    CommandLineRun run = leaf("diff", "mac-1", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("mac-1: 20260124_120000 -> 20260124_120100")
        .containsPattern("capacity +hardware.memory_bytes +32 GiB.* +64 GiB")
        .contains("jetstream_max_memory: 8GB -> 16GB");
  }

  @Test
  void diff_takes_two_snapshots_by_name() {
    keep(mac(32));
    keep(mac(32).withExtractedAt(NOON.plusSeconds(60)));
    keep(mac(64).withExtractedAt(NOON.plusSeconds(120)));

    CommandLineRun run =
        leaf("diff", "mac-1", "20260124_120000", "20260124_120100", "--root", root);

    assertThat(run.out()).contains("Nothing changed.", "The tuning stays as it is.");
  }

  @Test
  void what_changes_all_the_time_is_shown_when_asked() {
    keep(mac(32));
    HardwareInventory later = mac(32).withExtractedAt(NOON.plusSeconds(60));
    keep(later.withSystemInfo(later.systemInfo().withBootTime(NOON)));

    assertThat(leaf("diff", "mac-1", "--root", root).out())
        .contains("Nothing changed but what changes all the time.", "--all shows them");
    assertThat(leaf("diff", "mac-1", "--all", "--root", root).out())
        .contains("system_info.boot_time");
  }

  @Test
  void one_snapshot_is_nothing_to_compare() {
    keep(mac(32));

    CommandLineRun run = leaf("diff", "mac-1", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("one snapshot only");
  }

  @Test
  void an_unknown_snapshot_is_wrong_usage_and_an_unknown_host_a_failure() {
    keep(mac(32));

    assertThat(leaf("diff", "mac-1", "19990101_000000", "--root", root).status()).isEqualTo(2);
    assertThat(leaf("history", "mac-2", "--root", root).status()).isEqualTo(1);
  }

  private void keep(HardwareInventory inventory) {
    FileInventoryStore.at(root).save(inventory);
  }

  private static HardwareInventory mac(int gibibytes) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of("mac-1"))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(
            Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(gibibytes)).build())
        .extractedAt(NOON)
        .build();
  }
}
