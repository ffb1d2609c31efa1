package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;

class ExtractCommandTest {

  @TempDir private Path folder;
  private Path root = Path.of("");

  @BeforeEach
  void choose_a_root_that_is_not_there_yet() {
    root = folder.resolve("fleet");
  }

  @Test
  void prints_what_the_mac_is_and_the_files_written() throws Exception {
    CommandLineRun run = extract("mac-studio-m2-ultra", mac -> mac);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Hostname:  render-studio-01")
        .contains("Model:     Mac Studio (Mac14,14)")
        .contains("Serial:    LF7QX2M9WK")
        .contains("CPU:       Apple M2 Ultra, 24 cores (16 Performance + 8 Efficiency)")
        .contains("Memory:    192 GB")
        .contains("disk0: 2.0 TB internal SSD, Apple Fabric, APPLE SSD AP2048Z")
        .contains("macOS:     26.1 (25B78)")
        .contains("  inventory/render-studio-01/hardware_")
        .contains("  inventory/render-studio-01/hardware.nix")
        .contains("  hosts/render-studio-01/hardware.nix");
    assertThat(files())
        .contains(
            "inventory/render-studio-01/latest.json",
            "inventory/render-studio-01/hardware.nix",
            "hosts/render-studio-01/hardware.nix",
            "events/events.jsonl");
  }

  @Test
  void prints_the_inventory_that_it_keeps_as_json() throws Exception {
    CommandLineRun run = extract("mac-mini-m4", mac -> mac, "--json");

    JsonNode printed = new ObjectMapper().readTree(run.out());
    Path latest = root.resolve("inventory/ci-mini-07/latest.json");
    assertThat(printed.at("/hardware/memory_gb").asInt()).isEqualTo(16);
    assertThat(Files.readString(latest)).isEqualTo(run.out());
  }

  @Test
  void takes_user_and_port_beside_the_target_as_the_script_did() throws Exception {
    try (SimulatedMac mac = start("mac-mini-m4", it -> it.user("operator"))) {
      CommandLineRun run = leaf(words(mac, "127.0.0.1", "operator", "--port", mac.port()));

      assertThat(run.status()).as(run.err()).isZero();
    }
  }

  @Test
  void a_second_extraction_of_the_same_hardware_changes_no_nix() throws Exception {
    extract("mac-mini-m4", mac -> mac);
    String before = Files.readString(root.resolve("hosts/ci-mini-07/hardware.nix"));

    CommandLineRun run = extract("mac-mini-m4", mac -> mac);

    assertThat(run.out()).contains("hosts/ci-mini-07/hardware.nix  (unchanged)");
    assertThat(Files.readString(root.resolve("hosts/ci-mini-07/hardware.nix"))).isEqualTo(before);
  }

  @Test
  void leaves_nix_alone_that_a_person_edited_and_says_so() throws Exception {
    extract("mac-mini-m4", mac -> mac);
    Path nix = root.resolve("hosts/ci-mini-07/hardware.nix");
    Files.writeString(nix, "{ mine = true; }\n");

    CommandLineRun run = extract("mac-mini-m4", mac -> mac);

    assertThat(run.out()).contains("edited by hand: left alone");
    assertThat(nix).hasContent("{ mine = true; }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc", "a;rm -rf", "/etc/passwd", ".hidden"})
  void a_hostile_host_name_writes_nothing_but_the_failure(String name) throws Exception {
    CommandLineRun run =
        extract(
            "mac-mini-m4",
            mac -> mac.answer("scutil", List.of("--get", "LocalHostName"), name + "\n", "", 0));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).doesNotContain("\n").contains("is no host name");
    assertThat(files()).allMatch(file -> file.startsWith("events/"));
    assertThat(outsideOfRoot()).isEmpty();
    assertThat(Files.readString(root.resolve("events/events.jsonl")))
        .contains("inventory.extraction.failed");
  }

  @Test
  void text_that_looks_like_nix_or_json_stays_text() throws Exception {
    String name = "\", \"injected\": \"${builtins.readFile \"/etc/passwd\"}\n}; evil = 1; # {";
    CommandLineRun run =
        extract(
            "mac-mini-m4",
            mac -> mac.answer("scutil", List.of("--get", "ComputerName"), name + "\n", "", 0));

    assertThat(run.status()).as(run.err()).isZero();
    JsonNode latest =
        new ObjectMapper().readTree(root.resolve("inventory/ci-mini-07/latest.json").toFile());
    assertThat(latest.at("/system_info/computer_name").asText()).isEqualTo(name);
    assertThat(latest.has("injected")).isFalse();
    assertThat(Files.readString(root.resolve("inventory/ci-mini-07/hardware.nix")))
        .contains("\\${builtins.readFile \\\"/etc/passwd\\\"}\\n}; evil = 1; # {\";\n");
  }

  @Test
  void a_refused_login_is_one_line_and_status_1() throws Exception {
    CommandLineRun run = extract("mac-mini-m4", mac -> mac.fault(Fault.refuseAuthentication()));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).startsWith("leaf: ssh://").doesNotContain("\n");
  }

  @Test
  void shows_the_stack_trace_only_when_asked() throws Exception {
    CommandLineRun run =
        extract("mac-mini-m4", mac -> mac.fault(Fault.refuseAuthentication()), "--verbose");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("\tat org.leafinventory.");
  }

  @Test
  void an_unknown_host_key_is_refused_before_anything_is_sent() throws Exception {
    try (SimulatedMac mac = SimulatedMac.start("mac-mini-m4")) {
      Path empty = Files.createFile(folder.resolve("empty"));

      CommandLineRun run = leaf("extract", mac.target(), "--root", root, "--known-hosts", empty);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("host key is not known").contains(mac.hostKeyFingerprint());
      assertThat(mac.execs()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://", "user:s3cret@host", "host:99999", "a b"})
  void a_target_that_is_none_is_wrong_usage(String target) {
    CommandLineRun run = leaf("extract", target, "--root", root);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("leaf: ").doesNotContain("s3cret");
    assertThat(root).doesNotExist();
  }

  @Test
  void a_port_out_of_range_is_wrong_usage() {
    CommandLineRun run = leaf("extract", "host", "--port", "99999", "--root", root);

    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void a_root_that_cannot_be_written_is_one_clear_line() throws Exception {
    Files.writeString(root, "a file");

    CommandLineRun run = extract("mac-mini-m4", mac -> mac);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).contains(root.toString()).doesNotContain("\n");
  }

  private CommandLineRun extract(
      String machine, UnaryOperator<SimulatedMacBuilder> change, Object... more) throws Exception {
    try (SimulatedMac mac = start(machine, change)) {
      List<Object> words = new ArrayList<>(List.of(words(mac, mac.target())));
      words.addAll(List.of(more));
      return leaf(words.toArray());
    }
  }

  private Object[] words(SimulatedMac mac, Object... target) throws IOException {
    Path knownHosts = folder.resolve("known_hosts");
    Files.writeString(knownHosts, mac.knownHostsLine() + "\n");
    List<Object> words = new ArrayList<>(List.of("extract"));
    words.addAll(List.of(target));
    words.addAll(
        List.of("--root", root, "--known-hosts", knownHosts, "-i", folder.resolve("key/id")));
    return words.toArray();
  }

  private SimulatedMac start(String machine, UnaryOperator<SimulatedMacBuilder> change)
      throws Exception {
    LoginKey key = LoginKey.in(folder.resolve("key/id"));
    return change.apply(SimulatedMac.builder(machine).authorizedKey(key.publicLine())).start();
  }

  private List<String> files() throws IOException {
    return below(root);
  }

  private List<String> outsideOfRoot() throws IOException {
    return below(folder).stream()
        .filter(file -> !file.matches("(fleet|key)/.*|known_hosts"))
        .toList();
  }

  private static List<String> below(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> top.relativize(file).toString())
          .toList();
    }
  }
}
