package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration, and the commands that read what it wrote. */
class LeafTest {

  @TempDir private static Path folder;
  private static Path root = Path.of("");
  private static CommandLineRun demo = new CommandLineRun(-1, "", "");

  @BeforeAll
  static void demonstrate() {
    root = folder.resolve("demo");
    demo = leaf("demo", "--root", root);
  }

  @Test
  void the_demonstration_extracts_every_simulated_mac_and_says_what_to_look_at() {
    assertThat(demo.status()).as(demo.err()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out())
        .contains("HOST", "render-studio-01", "ci-mini-07", "Zoes-Mac-Buero", "build-vm-42")
        .contains("What broken-mini could not tell:")
        .contains("leaf show render-studio-01");
    assertThat(root.resolve("inventory/render-studio-01/latest.json")).isSymbolicLink();
    assertThat(root.resolve("hosts/Zoes-Mac-Buero/hardware.nix")).exists();
    assertThat(root.resolve("events/events.jsonl")).exists();
  }

  @Test
  void lists_the_hosts_as_a_table() {
    CommandLineRun run = leaf("hosts", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(6);
    assertThat(run.out().lines().toList().get(0)).startsWith("HOST").contains("STORAGE");
    assertThat(run.out()).contains("Mac Studio (Mac14,14)", "2.0 TB", "192 GB");
  }

  @Test
  void shows_a_host() {
    CommandLineRun run = leaf("show", "Zoes-Mac-Buero", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Name:      Zoë’s Mac – Büro")
        .contains("8 cores, 16 threads")
        .contains("disk2: 4.0 TB external disk, USB, Portable HDD");
  }

  @Test
  void shows_a_host_as_the_json_that_is_kept() throws Exception {
    CommandLineRun run = leaf("show", "build-vm-42", "--json", "--root", root);

    assertThat(
            new ObjectMapper().readTree(run.out()).at("/system_info/virtual_machine").asBoolean())
        .isTrue();
    assertThat(root.resolve("inventory/build-vm-42/latest.json")).hasContent(run.out());
  }

  @Test
  void compares_hosts_side_by_side() {
    CommandLineRun run = leaf("compare", "render-studio-01", "ci-mini-07", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().toList().get(0)).contains("render-studio-01", "ci-mini-07");
    assertThat(line(run, "Memory")).matches("Memory +192 GB +16 GB");
    assertThat(line(run, "jetstream_max_memory")).matches("jetstream_max_memory +16GB +4GB");
  }

  @Test
  void explains_each_tuned_value() {
    CommandLineRun run = leaf("explain", "ci-mini-07", "--root", root);

    assertThat(run.status()).isZero();
    assertThat(line(run, "max_connections")).contains("5000", "medium", "10 cores", "standard");
    assertThat(line(run, "jetstream_max_file")).contains("100GB", "low");
  }

  @Test
  void a_host_without_inventory_says_what_to_run_first() {
    CommandLineRun run = leaf("show", "mac-unknown", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip())
        .doesNotContain("\n")
        .startsWith("leaf: No inventory found for mac-unknown")
        .contains("render-studio-01")
        .contains("leaf extract TARGET");
  }

  @Test
  void an_empty_root_says_what_to_run_first() {
    CommandLineRun run = leaf("hosts", "--root", folder.resolve("nothing"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("No inventory found").contains("leaf extract TARGET");
  }

  @Test
  void a_file_that_is_no_inventory_is_named_in_one_line() throws Exception {
    Path broken = folder.resolve("broken/inventory/mac-1/latest.json");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "{ \"hardware\": ");

    CommandLineRun run = leaf("show", "mac-1", "--root", folder.resolve("broken"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).contains("latest.json").doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "show", "extract", "hosts --nonsense", "show ../etc"})
  void wrong_usage_is_status_2_with_a_hint(String line) {
    CommandLineRun run = leaf((Object[]) line.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("leaf: ");
  }

  @Test
  void without_a_command_it_says_what_there_is() {
    CommandLineRun run = leaf();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: leaf", "extract", "explain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "extract",
        "hosts",
        "show",
        "compare",
        "explain",
        "history",
        "diff",
        "import",
        "events",
        "status",
        "timeline",
        "graph",
        "rebuild",
        "prune"
      })
  void every_command_has_help(String command) {
    CommandLineRun run = leaf(command, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: leaf " + command).contains("--root");
  }

  @Test
  void tells_its_version() {
    assertThat(leaf("--version").out()).matches("leaf \\d+\\.\\d+\\.\\d+.*\n");
  }

  private static String line(CommandLineRun run, String start) {
    return run.out().lines().filter(it -> it.startsWith(start)).findFirst().orElse("");
  }
}
