package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** {@code leaf report}. */
class ReportCommandTest {

  private static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  @TempDir private Path root;

  @Test
  void writes_a_page_with_the_drift_of_the_last_two_snapshots() throws IOException {
    keep(mac("mac-1", 16));
    keep(mac("mac-1", 32).withExtractedAt(NOON.plusSeconds(60)));
    keep(mac("mac-1", 64).withExtractedAt(NOON.plusSeconds(120)));
    keep(mac("mac-2", 16));
    Path file = root.resolve("out").resolve("fleet.html");

    CommandLineRun run = leaf("report", "--html", file, "--title", "Lab <A>", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Wrote " + file + ": 2 hosts, ");
    Document page = Jsoup.parse(Files.readString(file));
    assertThat(page.title()).isEqualTo("Lab <A>");
    assertThat(page.select("#host-table tbody th").eachText()).containsExactly("mac-1", "mac-2");
    assertThat(page.select("#drift ~ .card").text())
        .contains("20260124_120100 → 20260124_120200", "32 GiB", "64 GiB")
        .doesNotContain("16 GiB (");
  }

  @Test
  void replaces_its_own_page_and_no_other_file() throws IOException {
    keep(mac("mac-1", 16));
    Path file = root.resolve("fleet.html");
    assertThat(leaf("report", "--html", file, "--root", root).status()).isZero();
    assertThat(leaf("report", "--html", file, "--root", root).status()).isZero();
    Path own = Files.writeString(root.resolve("own.html"), "<!DOCTYPE html><p>mine");

    CommandLineRun run = leaf("report", "--html", own, "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("own.html is there and is no report; move it away");
    assertThat(own).hasContent("<!DOCTYPE html><p>mine");
  }

  @Test
  void a_host_that_cannot_be_read_is_named_in_the_page_and_in_a_warning() throws IOException {
    keep(mac("mac-1", 16));
    Path broken = Files.createDirectories(root.resolve("inventory").resolve("mac-2"));
    Files.writeString(broken.resolve("latest.json"), "{");
    Path file = root.resolve("fleet.html");

    CommandLineRun run = leaf("report", "--html", file, "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("leaf: skipped: ", "mac-2");
    assertThat(Jsoup.parse(Files.readString(file)).select(".warn li").text()).startsWith("mac-2: ");
  }

  @Test
  void a_snapshot_that_cannot_be_compared_costs_the_drift_of_its_host_alone() throws IOException {
    keep(mac("mac-1", 16));
    keep(mac("mac-1", 32).withExtractedAt(NOON.plusSeconds(60)));
    Path older = root.resolve("inventory/mac-1/hardware_20260124_120000.json");
    Files.writeString(older, "{");
    Path file = root.resolve("fleet.html");

    CommandLineRun run = leaf("report", "--html", file, "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("mac-1: its drift is left out: ");
    Document page = Jsoup.parse(Files.readString(file));
    assertThat(page.select("#host-table tbody th").eachText()).containsExactly("mac-1");
    assertThat(page.select(".warn li").text()).startsWith("mac-1: its drift is left out: ");
  }

  @Test
  void no_hosts_and_a_place_that_cannot_be_written_are_one_line() {
    CommandLineRun none = leaf("report", "--html", root.resolve("a.html"), "--root", root);
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("No inventory found under").hasLineCount(1);
    assertThat(root.resolve("a.html")).doesNotExist();

    keep(mac("mac-1", 16));
    assertThat(leaf("report", "--html", root, "--root", root).err()).contains("is a directory");
    assertThat(
            leaf("report", "--html", root.resolve("inventory/mac-1/latest.json/x"), "--root", root)
                .err())
        .contains("is not a directory")
        .hasLineCount(1);
    assertThat(leaf("report", "--root", root).status()).isEqualTo(2);
  }

  private void keep(HardwareInventory inventory) {
    FileInventoryStore.at(root).save(inventory);
  }

  private static HardwareInventory mac(String name, int gibibytes) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(
            Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(gibibytes)).build())
        .extractedAt(NOON)
        .build();
  }
}
