package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.leafinventory.cli.CommandLineRun.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.SystemProfiler;

/** {@code leaf find}, {@code leaf query} and {@code leaf hosts}. */
class FindCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HOSTS = List.of("mac-1", "mac-2", "mac-3");

  @TempDir private Path root;

  @BeforeEach
  void threeHosts() throws IOException {
    FileInventoryStore store = FileInventoryStore.at(root);
    store.save(mac("mac-1", 8, 16, "14.6.1"));
    store.save(
        mac("mac-2", 24, 192, "26.1")
            .withSystemProfiler(SystemProfiler.of(Map.of("SPHardwareDataType", node()))));
    store.save(
        mac("mac-3", 10, 32, "10.15.7")
            .withIssues(Issue.of("displays", IssueKind.TIMED_OUT, "=cmd|' /C calc'!A0 | *x*")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hardware.memory_gb >= 32",
        ".hardware | {cpu_type, cpu_cores}",
        ".",
        "keys",
        "keys_unsorted, length",
        ".system_profiler",
        ".system_profiler.SPHardwareDataType[0]._name",
        "has(\"system_profiler\"), has(\"nothing\")",
        ".issues[]?.kind",
        "[.issues[]?] | length > 0",
        "select(.hardware.cpu_cores > 8) | .system_info.hostname",
        ".system_info.macos_version | split(\".\") | map(tonumber)",
        ".system_info | to_entries | map(.key)",
        "[paths(scalars)] | length",
        ".hardware.memory_bytes / 1073741824",
        ".nothing // \"none\"",
        ".hardware += {own: 1} | .hardware.own",
        "del(.system_info) | keys",
        "if .hardware.cpu_cores >= 16 then \"high\" else null end",
        "reduce .hardware[] as $x (0; . + 1)",
        ".system_info.hostname | test(\"-[12]$\")",
        "tojson | length",
        "empty",
        "[limit(2; .system_info[])]",
        "@csv \"\\([.system_info.hostname, .hardware.cpu_cores])\"",
        "..|numbers",
      })
  void answers_what_jq_answers(String program) throws Exception {
    String jq = requireJq();
    List<JsonNode> expected = new ArrayList<>();
    List<String> truthy = new ArrayList<>();
    for (String host : HOSTS) {
      Path latest = root.resolve("inventory").resolve(host).resolve("latest.json");
      List<JsonNode> outputs = run(jq, program, latest);
      outputs.forEach(
          it -> expected.add(JSON.createObjectNode().put("host", host).set("value", it)));
      if (outputs.stream()
          .anyMatch(it -> !it.isNull() && !it.equals(JSON.getNodeFactory().booleanNode(false)))) {
        truthy.add(host);
      }
    }

    CommandLineRun query = leaf("query", program, "--format", "jsonl", "--root", root);
    CommandLineRun find = leaf("find", program, "--format", "jsonl", "--root", root);

    assertThat(query.status()).as(query.err()).isZero();
    assertThat(query.out().lines().map(FindCommandsTest::parse))
        .containsExactlyElementsOf(expected);
    assertThat(find.out().lines().map(line -> parse(line).get("host").asText()))
        .containsExactlyElementsOf(truthy);
  }

  @Test
  void options_say_what_jq_says() {
    assertThat(hosts("--memory-at-least", 32)).containsExactly("mac-2", "mac-3");
    assertThat(hosts("--cores-at-least", 10, "--macos", ">=11")).containsExactly("mac-2");
    assertThat(hosts("--macos", "14")).containsExactly("mac-1");
    assertThat(hosts("--tier", "cores=high")).containsExactly("mac-2");
    assertThat(hosts("--has-issue")).containsExactly("mac-3");
    assertThat(hosts("--has-issue=timed_out")).containsExactly("mac-3");
    assertThat(hosts("--has-issue=disks")).isEmpty();
    assertThat(hosts("--not-seen-since", "30d")).isEqualTo(HOSTS);
    assertThat(hosts("--not-seen-since", "2026-01-24")).isEmpty();
    assertThat(hosts("--architecture", "x86_64")).isEmpty();
    assertThat(hosts("--model", "STUDIO", "--virtual=false")).isEqualTo(HOSTS);
    assertThat(hosts("--storage-at-least", "1TB")).isEmpty();
    assertThat(hosts("--sort=-memory", "--limit", 2)).containsExactly("mac-2", "mac-3");
    assertThat(hosts(".hardware.cpu_cores > 8", "--macos", "<26")).containsExactly("mac-3");
  }

  @Test
  void what_if_shows_tiers_that_would_change_and_why() throws IOException {
    Path file =
        Files.writeString(root.resolve("t.json"), "{\"cores\": {\"medium\": 10, \"high\": 32}}");

    CommandLineRun run = leaf("find", "--what-if", file, "--root", root);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("mac-1 +cores +medium +low +hardware.cpu_cores is 8 cores .*< 10 cores")
        .containsPattern("mac-2 +cores +high +medium")
        .doesNotContain("mac-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cores\": {\"medium\": 10}} -> cores.high: is missing",
        "{\"cores\": {\"medium\": 10, \"high\": \"x\"}} -> cores.high: is not a whole number",
        "{\"cores\": {\"medium\": 10, \"high\": 9}} -> cores: hardware.cpu_cores: the high threshold",
        "{\"memory\": {}} -> memory: is no key here; there are cores, memory_gb, storage_gb",
        "{\"cores\" -> line 1, column",
      })
  void wrong_thresholds_are_named_by_their_key(String text) throws IOException {
    String[] parts = text.split(" -> ");
    Path file = Files.writeString(root.resolve("t.json"), parts[0]);

    CommandLineRun run = leaf("find", "--what-if", file, "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines()).singleElement().asString().contains("t.json: " + parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hardware.memory_gb >= -> line 1, column 22: it ends where more should follow",
        ".a |\\n foo bar -> line 2, column 6: \"bar\" does not belong there",
        ".a ^ 3 -> line 1, column 4: ",
        "nonsense(1) -> calls nonsense/1, which jq 1.6 does not have",
      })
  void a_wrong_program_is_one_line_with_the_place(String text) {
    String[] parts = text.replace("\\n", "\n").split(" -> ");

    CommandLineRun run = leaf("find", parts[0], "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(parts[1]);
  }

  @Test
  void an_error_of_one_host_is_told_and_the_others_answer() {
    CommandLineRun run = leaf("query", ".hardware.cpu_cores, .issues[0].kind[0]", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly("leaf: mac-3: jq: Cannot index string with number");
    assertThat(run.out().lines()).hasSize(6);
  }

  @Test
  void csv_is_quoted_and_runs_no_formula() {
    CommandLineRun run =
        leaf(
            "query",
            ".issues[0] // {message: \"a \\\"b\\\",\\nc\"} | {message, n: -1}",
            "--format",
            "csv",
            "--root",
            root);

    assertThat(run.out())
        .isEqualTo(
            String.join(
                "\r\n",
                "host,message,n",
                "mac-1,\"a \"\"b\"\",\nc\",-1",
                "mac-2,\"a \"\"b\"\",\nc\",-1",
                "mac-3,'=cmd|' /C calc'!A0 | *x*,-1",
                ""));
  }

  @Test
  void markdown_holds_no_markup_of_a_machine() {
    CommandLineRun run =
        leaf("query", ".issues[0].message", "--format", "markdown", "--root", root);

    assertThat(run.out())
        .contains("| HOST | VALUE |\n| --- | --- |\n")
        .contains("| mac-3 | =cmd\\|' /C calc'\\!A0 \\| \\*x\\* |\n");
  }

  @Test
  void json_is_a_list_that_a_program_can_read() throws IOException {
    CommandLineRun run = leaf("hosts", "--format", "json", "--root", root);

    assertThat(JSON.readTree(run.out()).findValuesAsText("host")).isEqualTo(HOSTS);
    assertThat(JSON.readTree(run.out()).get(1).get("memory_gb").asInt()).isEqualTo(192);
    assertThat(leaf("find", "false", "--format", "json", "--root", root).out()).isEqualTo("[]\n");
  }

  @Test
  void a_broken_file_is_told_and_the_others_are_shown() throws IOException {
    Path folder = Files.createDirectories(root.resolve("inventory/mac-4"));
    Files.writeString(folder.resolve("latest.json"), "{\"esc\": \"\u001b[31m");

    CommandLineRun run = leaf("hosts", "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(4);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("leaf: skipped: ")
        .contains("mac-4/latest.json")
        .doesNotContain("\u001b");
    assertThat(folder.resolve("latest.json")).exists();
  }

  private List<String> hosts(Object... options) {
    List<Object> words = new ArrayList<>(List.of("find", "--format", "jsonl", "--root", root));
    words.addAll(List.of(options));
    CommandLineRun run = leaf(words.toArray());
    assertThat(run.status()).as(run.err()).isZero();
    return run.out().lines().map(line -> parse(line).get("host").asText()).toList();
  }

  private static HardwareInventory mac(String name, int cores, int gib, String macos) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .modelName("Mac Studio")
                .architecture(Architecture.ARM64)
                .macosVersion(macos)
                .virtualMachine(false)
                .build())
        .hardware(
            Hardware.builder()
                .cpuType("Apple M2")
                .cpuCores(cores)
                .memoryBytes(ByteSize.ofGibibytes(gib))
                .build())
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }

  private static JsonNode node() {
    return JSON.createArrayNode().add(JSON.createObjectNode().put("_name", "hardware_overview"));
  }

  private static List<JsonNode> run(String jq, String program, Path file) throws Exception {
    Process process =
        new ProcessBuilder(jq, "-c", program, file.toString()).redirectErrorStream(true).start();
    List<JsonNode> outputs = process.inputReader().lines().map(FindCommandsTest::parse).toList();
    assertThat(process.waitFor()).as(program + ": " + outputs).isZero();
    return outputs;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static String requireJq() {
    for (String folder : List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      if (Files.isExecutable(Path.of(folder, "jq"))) {
        return Path.of(folder, "jq").toString();
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      fail("this test needs jq, and CI has to have it");
    }
    assumeTrue(false, "skipped: there is no jq here");
    return "";
  }
}
