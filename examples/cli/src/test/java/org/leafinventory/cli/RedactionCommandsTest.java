package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Recording;
import org.leafinventory.recording.RecordingFile;
import org.leafinventory.testkit.mac.SimulatedMac;

/** {@code --redact}, from a Mac over SSH to the last file that is written of it. */
class RedactionCommandsTest {

  /** What the simulated MacBook tells of itself and its owner, as a person would find it. */
  private static final List<String> SECRETS =
      List.of(
          "Zoes-Mac-Buero",
          "Zoë",
          "Büro",
          "C02LF0QXMD6M",
          "QzAyTEYwUVhNRDZN",
          "C02LF0SSDN01",
          "F5DLF0BATT01",
          "LF4TB0000001",
          "21636369-8B52",
          "3c:22:fb:5d:91:c4",
          "192.168.178.5",
          "71d2:f6ce:ef82:2257",
          "LeafTools");

  @TempDir private Path folder;

  @Test
  void nothing_that_identifies_is_in_any_file_that_comes_of_a_redacted_recording()
      throws Exception {
    List<String> said = new ArrayList<>();
    try (SimulatedMac mac = start()) {
      CommandLineRun run = record(mac, "mac.json", "--redact", "--redact-key", key());
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("redacted answers");
      said.add(run.out() + run.err());
      String port = "" + mac.target().port().orElseThrow();
      assertThat(Files.readString(folder.resolve("mac.json")))
          .doesNotContain("127.0.0.1:" + port + "@")
          .doesNotContain(mac.target().user().orElse("no user"));
    }
    CommandLineRun imported = leaf("import", folder.resolve("mac.json"), "--root", root("fleet"));
    assertThat(imported.status()).as(imported.err()).isZero();
    String host = latest("fleet").hostName().value();
    for (String[] words :
        new String[][] {
          {"show", host},
          {"show", host, "--json"},
          {"explain", host},
          {"history", host},
          {"compare"},
          {"hosts"},
          {"generate", host},
        }) {
      List<Object> all = new ArrayList<>(List.of((Object[]) words));
      all.addAll(List.of("--root", root("fleet")));
      CommandLineRun run = leaf(all.toArray());
      assertThat(run.status()).as(run.err()).isZero();
      said.add(run.out() + run.err());
    }
    said.add(imported.out() + imported.err());
    said.add(everyFileBelow(folder.resolve("fleet")));
    assertNothingIdentifies(String.join("\n", said));
    assertThat(everyFileBelow(folder.resolve("fleet")))
        .contains("configuration.nix", "events.jsonl", "inventory.hardware.discovered");
  }

  @Test
  void a_redacted_recording_imports_as_the_redacted_inventory_shows() throws Exception {
    try (SimulatedMac mac = start()) {
      record(mac, "plain.json");
      record(mac, "redacted.json", "--redact", "--redact-key", key());
    }
    leaf("import", folder.resolve("plain.json"), "--root", root("plain"));
    leaf("import", folder.resolve("redacted.json"), "--root", root("redacted"));

    CommandLineRun shown =
        leaf(
            "show",
            "Zoes-Mac-Buero",
            "--json",
            "--redact",
            "--redact-key",
            key(),
            "--root",
            root("plain"));

    assertThat(shown.status()).as(shown.err()).isZero();
    HardwareInventory inventory = InventoryJson.read(shown.out(), "shown");
    assertThat(inventory.withExtractedAt(latest("redacted").extractedAt()))
        .isEqualTo(latest("redacted"));
    CommandLineRun summary =
        leaf("show", "Zoes-Mac-Buero", "--redact", "--redact-key", key(), "--root", root("plain"));
    assertThat(summary.out()).contains("Hostname:  " + inventory.hostName());
    assertNothingIdentifies(summary.out());
  }

  @Test
  void failures_of_a_redacted_recording_tell_nothing_either() throws Exception {
    try (SimulatedMac mac = start()) {
      record(mac, "mac.json", "--redact", "--redact-key", key());
    }
    Recording recording = RecordingFile.read(folder.resolve("mac.json"));
    Recording nameless =
        recording.withProbes(
            recording.probes().stream()
                .filter(probe -> !probe.id().matches("sysctl|scutil-.*HostName"))
                .map(probe -> probe.withStderr(Bytes.EMPTY))
                .toList());
    RecordingFile.write(folder.resolve("nameless.json"), nameless);

    CommandLineRun run =
        leaf("import", folder.resolve("nameless.json"), "--root", root("fleet"), "--verbose");

    assertThat(run.err()).isNotEmpty();
    assertNothingIdentifies(run.out() + run.err() + everyFileBelow(folder.resolve("fleet")));
  }

  @Test
  void the_key_is_made_once_and_kept_from_others() throws Exception {
    try (SimulatedMac mac = start()) {
      record(mac, "one.json", "--redact", "--redact-key", key());
      String made = Files.readString(folder.resolve("redaction.key"));
      record(mac, "two.json", "--redact", "--redact-key", key());
      assertThat(folder.resolve("redaction.key")).hasContent(made);
    }
    leaf("import", folder.resolve("one.json"), "--root", root("fleet"));
    CommandLineRun second = leaf("import", folder.resolve("two.json"), "--root", root("fleet"));
    assertThat(second.status()).as(second.err()).isZero();
    try (Stream<Path> hosts = Files.list(folder.resolve("fleet/inventory"))) {
      assertThat(hosts).hasSize(1);
    }
  }

  @Test
  void a_file_that_is_no_key_costs_no_connection() throws Exception {
    Files.writeString(folder.resolve("redaction.key"), "my pet's name");
    try (SimulatedMac mac = start()) {
      CommandLineRun run = record(mac, "mac.json", "--redact", "--redact-key", key());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().strip())
          .startsWith("leaf: " + key())
          .doesNotContain("pet")
          .doesNotContain("\n");
      assertThat(mac.connections()).isZero();
    }
    assertThat(folder.resolve("mac.json")).doesNotExist();
  }

  @Test
  void a_key_without_redaction_is_wrong_usage() {
    CommandLineRun run = leaf("show", "mac", "--redact-key", key());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--redact-key is of use with --redact alone");
  }

  private static void assertNothingIdentifies(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String secret : SECRETS) {
      assertThat(lower).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }
  }

  private static String everyFileBelow(Path root) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        all.append(root.relativize(file)).append('\n');
        if (Files.isRegularFile(file)) {
          all.append(Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return all.toString();
  }

  private SimulatedMac start() throws Exception {
    LoginKey key = LoginKey.in(folder.resolve("key/id"));
    return SimulatedMac.builder("macbook-pro-intel").authorizedKey(key.publicLine()).start();
  }

  private CommandLineRun record(SimulatedMac mac, String file, Object... more) throws Exception {
    Path knownHosts = Files.writeString(folder.resolve("known_hosts"), mac.knownHostsLine() + "\n");
    List<Object> words =
        new ArrayList<>(
            List.of(
                "record",
                mac.target(),
                "--out",
                folder.resolve(file),
                "--known-hosts",
                knownHosts,
                "-i",
                folder.resolve("key/id")));
    words.addAll(List.of(more));
    return leaf(words.toArray());
  }

  private Path key() {
    return folder.resolve("redaction.key");
  }

  private Path root(String name) {
    return folder.resolve(name);
  }

  private HardwareInventory latest(String root) throws IOException {
    try (Stream<Path> hosts = Files.list(folder.resolve(root).resolve("inventory"))) {
      Path file = hosts.findFirst().orElseThrow().resolve("latest.json");
      return InventoryJson.read(Files.readAllBytes(file), file.toString());
    }
  }
}
