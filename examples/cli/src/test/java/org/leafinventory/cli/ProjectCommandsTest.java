package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.leafinventory.cli.CommandLineRun.leaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
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
import org.leafinventory.testkit.mac.SimulatedMac;

/** {@code leaf init}, {@code leaf generate} and {@code leaf extract --leaf-config}. */
@NullUnmarked // JUnit fills the fields
class ProjectCommandsTest {

  @TempDir private Path folder;
  private Path root = Path.of("");
  private LoginKey key;

  @BeforeEach
  void choose_a_root_and_a_key() throws Exception {
    root = folder.resolve("fleet");
    key = LoginKey.in(folder.resolve("key/id"));
  }

  @Test
  void init_writes_what_a_leaf_needs_once() {
    CommandLineRun run = leaf("init", "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(root.resolve("flake.nix")).exists();
    assertThat(root.resolve("modules/leaf-nats.nix")).exists();
    assertThat(root.resolve("leaf-config.nix")).exists();
    assertThat(root.resolve(".gitignore")).exists();
    assertThat(run.out()).contains("flake.nix", "Flakes see only files that git tracks");
  }

  @Test
  void init_never_writes_over_what_a_person_wrote() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("flake.nix"), "{ outputs = _: { }; }\n");
    Files.writeString(root.resolve("leaf-config.nix"), "{ mine = true; }\n");

    CommandLineRun run = leaf("init", "--root", root);

    assertThat(run.out()).contains("flake.nix  (edited by hand: left alone");
    assertThat(root.resolve("flake.nix")).hasContent("{ outputs = _: { }; }");
    assertThat(root.resolve("leaf-config.nix")).hasContent("{ mine = true; }");
  }

  @Test
  void init_again_changes_nothing() {
    leaf("init", "--root", root);

    CommandLineRun run = leaf("init", "--root", root);

    assertThat(run.out()).contains("flake.nix  (unchanged)", "leaf-config.nix  (unchanged)");
  }

  @Test
  void generate_writes_the_configuration_of_a_host_and_tells_the_log() throws IOException {
    keep("mac-1");

    CommandLineRun run =
        leaf("generate", "mac-1", "--primary-user", "anna", "--state-version", 5, "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(root.resolve("hosts/mac-1/configuration.nix")))
        .contains("system.stateVersion = lib.mkDefault 5;", "\"anna\"");
    assertThat(root.resolve("hosts/mac-1/metadata.json")).exists();
    assertThat(root.resolve("hosts/mac-1/hardware.nix")).exists();
    assertThat(root.resolve("modules/leaf-hardware.nix")).exists();
    assertThat(Files.readString(root.resolve("events/events.jsonl")))
        .contains("config.generation.started", "config.generation.completed");
  }

  @Test
  void generate_all_does_every_host_and_nothing_the_second_time() {
    keep("mac-1");
    keep("mac-2");

    assertThat(leaf("generate", "--all", "--root", root).out())
        .contains("hosts/mac-1/configuration.nix\n", "hosts/mac-2/configuration.nix\n");
    assertThat(leaf("generate", "--all", "--root", root).out())
        .contains("hosts/mac-1/configuration.nix  (unchanged)");
  }

  @Test
  void generate_of_an_unknown_host_says_what_to_run_first_and_tells_the_log() throws IOException {
    keep("mac-1");

    CommandLineRun run = leaf("generate", "mac-9", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip())
        .startsWith("leaf: No inventory found for mac-9")
        .contains("there is: mac-1", "run first: leaf extract TARGET")
        .doesNotContain("\n");
    assertThat(Files.readString(root.resolve("events/events.jsonl")))
        .contains("config.generation.failed");
  }

  @Test
  void generate_wants_hosts_or_all_but_not_both() {
    keep("mac-1");

    assertThat(leaf("generate", "--root", root).status()).isEqualTo(2);
    assertThat(leaf("generate", "mac-1", "--all", "--root", root).status()).isEqualTo(2);
    assertThat(leaf("generate", "mac-1", "--state-version", 9, "--root", root).status())
        .isEqualTo(2);
  }

  @Test
  void tells_git_of_new_files_when_asked() throws Exception {
    keep("mac-1");
    git("init", "-q");

    CommandLineRun reminded = leaf("generate", "mac-1", "--root", root);
    CommandLineRun added = leaf("generate", "mac-1", "--git-add", "--root", root);

    assertThat(reminded.out()).contains("Flakes see only files that git tracks; ", "intent-to-add");
    assertThat(added.out()).contains("Told git of");
    assertThat(git("ls-files")).contains("hosts/mac-1/configuration.nix", "modules/leaf-nats.nix");
    assertThat(leaf("generate", "mac-1", "--root", root).out()).doesNotContain("Flakes see");
  }

  @Test
  void extract_asks_every_node_of_a_leaf_config() throws Exception {
    try (SimulatedMac one = start("mac-mini-m4");
        SimulatedMac two = start("vm-apple-virtualization")) {
      CommandLineRun run =
          extract(
              "{\"primary\": %s, \"secondaries\": [%s]}"
                  .formatted(node("ci-mini-07", one), node("build-vm-42", two)),
              one,
              two);

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).contains("ci-mini-07", "build-vm-42");
      assertThat(leaf("hosts", "--root", root).out().lines()).hasSize(3);
    }
  }

  @Test
  void one_node_that_cannot_be_reached_does_not_keep_the_others_from_being_asked()
      throws Exception {
    try (SimulatedMac mac = start("mac-mini-m4")) {
      CommandLineRun run =
          extract(
              "{\"primary\": {\"hostname\": \"gone\", \"address\": \"127.0.0.1\","
                  + " \"sshPort\": 1}, \"secondaries\": ["
                  + node("ci-mini-07", mac)
                  + "]}",
              mac);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("no connection to port 1");
      assertThat(run.out()).contains("ci-mini-07");
    }
  }

  @Test
  void warns_when_a_mac_has_another_name_than_the_leaf_config_says() throws Exception {
    try (SimulatedMac mac = start("mac-mini-m4")) {
      CommandLineRun run = extract("{\"primary\": " + node("mac-prod-01", mac) + "}", mac);

      assertThat(run.status()).isZero();
      assertThat(run.err().strip())
          .contains("calls this Mac mac-prod-01, it calls itself ci-mini-07")
          .doesNotContain("\n");
    }
  }

  @Test
  void a_leaf_config_without_a_primary_is_one_clear_line() throws Exception {
    Path config = Files.writeString(folder.resolve("leaf.config.json"), "{}");

    CommandLineRun run = leaf("extract", "--leaf-config", config, "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).contains("leaf.config.json", "deployment").doesNotContain("\n");
  }

  @Test
  void extract_wants_a_target_or_a_leaf_config() {
    assertThat(leaf("extract", "--root", root).status()).isEqualTo(2);
  }

  private SimulatedMac start(String machine) throws Exception {
    return SimulatedMac.builder(machine).authorizedKey(key.publicLine()).start();
  }

  /** Asks the nodes of a leaf-config with this deployment; the host keys of the Macs are known. */
  private CommandLineRun extract(String deployment, SimulatedMac... macs) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("leaf.config.json"), "{\"deployment\": " + deployment + "}");
    Path knownHosts = folder.resolve("known_hosts");
    Files.write(knownHosts, Stream.of(macs).map(SimulatedMac::knownHostsLine).toList());
    return leaf(
        "extract",
        "--leaf-config",
        config,
        "--root",
        root,
        "--known-hosts",
        knownHosts,
        "-i",
        key.file());
  }

  private static String node(String hostname, SimulatedMac mac) {
    return "{\"hostname\": \"%s\", \"address\": \"%s\", \"username\": \"%s\", \"sshPort\": %d}"
        .formatted(hostname, mac.host(), mac.user(), mac.port());
  }

  private void keep(String host) {
    FileInventoryStore.at(root)
        .save(
            HardwareInventory.builder()
                .systemInfo(
                    SystemInfo.builder()
                        .hostname(HostName.of(host))
                        .architecture(Architecture.ARM64)
                        .build())
                .hardware(
                    Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
                .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
                .build());
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(git.waitFor()).as(said).isZero();
      return said;
    } catch (IOException e) {
      assertThat(System.getenv("CI")).as("this test needs git, and CI has to have it").isNull();
      assumeTrue(false, "skipped: there is no git here");
      throw e;
    }
  }
}
