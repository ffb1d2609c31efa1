package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.mac.SimulatedMac;

/** {@code leaf record} and {@code leaf import}. */
class RecordingCommandsTest {

  @TempDir private Path folder;

  @Test
  void what_is_imported_equals_what_would_have_been_extracted() throws Exception {
    try (SimulatedMac mac = start()) {
      CommandLineRun recorded = leaf(words(mac, "record", "--out", folder.resolve("mac.json")));
      leaf(words(mac, "extract", "--root", folder.resolve("live")));

      CommandLineRun imported =
          leaf("import", folder.resolve("mac.json"), "--root", folder.resolve("later"));

      assertThat(recorded.status()).as(recorded.err()).isZero();
      assertThat(recorded.out()).contains("leaf import");
      assertThat(imported.status()).as(imported.err()).isZero();
      assertThat(imported.out()).contains("render-studio-01");
      HardwareInventory live = latest("live");
      assertThat(latest("later").withExtractedAt(live.extractedAt())).isEqualTo(live);
      assertThat(Files.readString(folder.resolve("later/hosts/render-studio-01/hardware.nix")))
          .isEqualTo(Files.readString(folder.resolve("live/hosts/render-studio-01/hardware.nix")));
      assertThat(eventTypes("later")).isEqualTo(eventTypes("live")).isNotEmpty();
    }
  }

  @Test
  void a_recording_is_never_written_over() throws Exception {
    Path file = Files.writeString(folder.resolve("mac.json"), "precious");
    try (SimulatedMac mac = start()) {
      CommandLineRun run = leaf(words(mac, "record", "--out", file));

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("is there already");
      assertThat(mac.connections()).isZero();
    }
    assertThat(file).hasContent("precious");
  }

  @Test
  void a_file_that_is_no_recording_does_not_keep_the_others_from_being_imported() throws Exception {
    Path good = folder.resolve("mac.json");
    Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
    try (SimulatedMac mac = start()) {
      leaf(words(mac, "record", "--out", good));
    }

    CommandLineRun run = leaf("import", bad, good, "--root", folder.resolve("fleet"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).contains("bad.json").doesNotContain("\n");
    assertThat(run.out()).contains("render-studio-01");
  }

  private List<String> eventTypes(String root) throws Exception {
    Pattern type = Pattern.compile("\"event_type\":\\s*\"([^\"]+)\"");
    String events = Files.readString(folder.resolve(root).resolve("events/events.jsonl"));
    return type.matcher(events).results().map(match -> match.group(1)).toList();
  }

  private SimulatedMac start() throws Exception {
    LoginKey key = LoginKey.in(folder.resolve("key/id"));
    return SimulatedMac.builder("mac-studio-m2-ultra").authorizedKey(key.publicLine()).start();
  }

  private Object[] words(SimulatedMac mac, String command, String option, Path path)
      throws Exception {
    Path knownHosts = Files.writeString(folder.resolve("known_hosts"), mac.knownHostsLine() + "\n");
    return new Object[] {
      command,
      mac.target(),
      option,
      path,
      "--known-hosts",
      knownHosts,
      "-i",
      folder.resolve("key/id")
    };
  }

  private HardwareInventory latest(String root) throws Exception {
    Path file = folder.resolve(root).resolve("inventory/render-studio-01/latest.json");
    return InventoryJson.read(Files.readAllBytes(file), file.toString());
  }
}
