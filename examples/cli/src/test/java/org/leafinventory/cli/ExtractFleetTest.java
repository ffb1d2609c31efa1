package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.cli.CommandLineRun.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedMac;
import org.leafinventory.testkit.mac.SimulatedMacBuilder;

/** {@code leaf extract} with several targets. */
class ExtractFleetTest {

  private static final String NOBODY = "ssh://admin@127.0.0.1:1";

  @TempDir private Path folder;
  private Path root = Path.of("");
  private LoginKey key;
  private final List<SimulatedMac> macs = new ArrayList<>();
  private final InputStream stdin = System.in;

  @BeforeEach
  void choose_a_root_that_is_not_there_yet() throws Exception {
    root = folder.resolve("fleet");
    key = LoginKey.in(folder.resolve("key/id"));
  }

  @AfterEach
  void stop_all() {
    System.setIn(stdin);
    macs.forEach(SimulatedMac::close);
  }

  @Test
  void asks_all_that_are_named_and_ends_with_a_table() throws Exception {
    SimulatedMac one = start("mac-mini-m4");
    SimulatedMac two = start("mac-studio-m2-ultra");

    CommandLineRun run = extract(one.target(), two.target());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("TARGET").contains("HOST", "RESULT", "TRIES");
              assertThat(lines.get(1)).startsWith(one.target() + " ").contains("ci-mini-07", "ok");
              assertThat(lines.get(2)).contains("render-studio-01", "high");
            });
    assertThat(run.out()).contains("2 of 2 extracted in ").doesNotContain("What to do");
    assertThat(run.err().lines())
        .hasSize(2)
        .allMatch(line -> line.matches("\\[[12]/2\\] ok {6}ssh://.*"));
    assertThat(leaf("hosts", "--root", root).out().lines()).hasSize(3);
  }

  @Test
  void failures_are_sorted_with_what_to_do_and_the_exit_status_is_1() throws Exception {
    SimulatedMac good = start("mac-mini-m4");
    SimulatedMac closed =
        start(SimulatedMac.builder("mac-mini-m4").fault(Fault.refuseAuthentication()));

    CommandLineRun run = extract(NOBODY, closed.target(), good.target(), "--retries", "0");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("1 target: unreachable. What to do: check that the machine is on")
        .contains("1 target: login refused. What to do: check the user name")
        .contains("1 of 3 extracted in ")
        .contains("To ask those again that failed: leaf extract --root " + root + " --failed");
    assertThat(run.err()).contains("FAILED  " + NOBODY + ": no connection to port 1");
  }

  @Test
  void retries_are_told_as_they_happen() throws Exception {
    CommandLineRun run = extract(NOBODY, "--retries", "1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("  retry  " + NOBODY).contains("trying again in");
              assertThat(lines.get(1)).startsWith("[1/1] FAILED").endsWith("(2 attempts)");
            });
  }

  @Test
  void takes_targets_from_a_file_with_comments_and_blank_lines() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("list"),
            "# our fleet\n\n  10.1.1.10  # the studio\r\nadmin@mac-2:2222\n");

    CommandLineRun run = extract("--targets", list, "--user", "ops", "--dry-run");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Would ask 2 targets, 32 at a time, with 2 retries")
        .containsPattern("ssh://ops@10\\.1\\.1\\.10 +10\\.1\\.1\\.10 +ops +\\(default\\)")
        .containsPattern("ssh://admin@mac-2:2222 +mac-2 +admin +2222")
        .contains("runs/run_TIME_ID.jsonl", "Nothing was asked or written.");
    assertThat(root).doesNotExist();
  }

  @Test
  void takes_targets_from_standard_input_beside_others() {
    System.setIn(new ByteArrayInputStream("mac-2\nmac-3\n".getBytes(StandardCharsets.UTF_8)));

    CommandLineRun run = leaf("extract", "mac-1", "-", "mac-4", "--dry-run", "--root", root);

    assertThat(run.out()).containsSubsequence("mac-1", "mac-2", "mac-3", "mac-4");
  }

  @Test
  void a_bad_line_is_named_with_its_file_and_number() throws Exception {
    Path list = Files.writeString(folder.resolve("list"), "mac-1\n\nuser:s3cret@mac-2\n");

    CommandLineRun run = leaf("extract", "--targets", list, "--root", root);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("leaf: " + list + ": line 3: a target may not hold a password")
        .doesNotContain("s3cret");
    assertThat(root).doesNotExist();
  }

  @Test
  void a_list_that_cannot_be_read_is_one_clear_line() {
    CommandLineRun run = leaf("extract", "--targets", folder.resolve("none"), "--root", root);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).startsWith("leaf: cannot read ").doesNotContain("\n");
  }

  @Test
  void an_empty_list_is_wrong_usage() throws Exception {
    Path list = Files.writeString(folder.resolve("list"), "# nobody\n");

    assertThat(leaf("extract", "--targets", list, "--root", root).status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--parallel=0", "--retries=-1", "--per-address=0", "--parallel=x"})
  void an_option_out_of_range_is_wrong_usage(String option) {
    CommandLineRun run = leaf("extract", "mac-1", "mac-2", option, "--root", root);

    assertThat(run.status()).isEqualTo(2);
    assertThat(root).doesNotExist();
  }

  @Test
  void a_limit_for_each_address_spares_the_jump_host_that_all_go_through() throws Exception {
    assertThat(mostAtTheGate("-J", "--per-address", "2")).isBetween(1, 2);
    assertThat(mostAtTheGate("-J")).isGreaterThan(2);
  }

  @Test
  void a_limit_for_each_address_spares_the_jump_host_of_the_ssh_configuration() throws Exception {
    assertThat(mostAtTheGate("-F", "--per-address", "1")).isEqualTo(1);
    assertThat(mostAtTheGate("-F")).isGreaterThan(1);
  }

  /**
   * How many of eight Macs behind one jump host are with it at the same time.
   *
   * @param way {@code -J} or {@code -F}, whichever tells of the jump host
   */
  private int mostAtTheGate(String way, Object... options) throws Exception {
    try (BusyGate gate = BusyGate.open()) {
      Path config =
          Files.writeString(
              folder.resolve("config"),
              "Host gate\nHostName 127.0.0.1\nPort "
                  + gate.port()
                  + "\nHost mac-*\nProxyJump gate\n");
      List<Object> words = new ArrayList<>();
      for (int n = 1; n <= 8; n++) {
        words.add("mac-" + n + ".invalid");
      }
      words.addAll(List.of("--retries", "0", "--no-agent", "-F"));
      words.addAll(
          way.equals("-F")
              ? List.of(config)
              : List.of("none", "-J", "me@127.0.0.1:" + gate.port()));
      words.addAll(List.of(options));
      assertThat(extract(words.toArray()).out()).contains("0 of 8 extracted");
      assertThat(gate.ever()).isEqualTo(8);
      return gate.most();
    }
  }

  @Test
  void two_short_names_are_two_targets_not_a_target_and_a_user() {
    assertThat(leaf("extract", "mac-1", "mac-2", "--dry-run", "--root", root).out())
        .contains("Would ask 2 targets");
    assertThat(leaf("extract", "10.1.1.10", "admin", "--dry-run", "--root", root).out())
        .contains("Would ask 1 target,", "ssh://admin@10.1.1.10");
    assertThat(leaf("extract", "me@10.1.1.10", "admin", "--dry-run", "--root", root).out())
        .contains("Would ask 2 targets");
  }

  @Test
  void results_as_json_are_one_object_a_line() throws Exception {
    SimulatedMac good = start("mac-mini-m4");

    CommandLineRun run = extract(good.target(), NOBODY, "--json", "--retries", "0");

    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(run.status()).isEqualTo(1);
    assertThat(lines).hasSize(2);
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.path("status").asText()).isEqualTo("extracted");
              assertThat(line.path("hostname").asText()).isEqualTo("ci-mini-07");
              assertThat(Path.of(line.path("inventory_file").asText())).exists();
            })
        .anySatisfy(
            line -> {
              assertThat(line.path("target").asText()).isEqualTo(NOBODY);
              assertThat(line.path("class").asText()).isEqualTo("unreachable");
              assertThat(line.path("advice").asText()).isNotBlank();
            });
  }

  @Test
  void a_list_of_one_is_answered_as_lists_are() throws Exception {
    SimulatedMac only = start("mac-mini-m4");
    Path list = Files.writeString(folder.resolve("list"), only.target() + "\n");

    CommandLineRun run = extract("--targets", list, "--json");

    assertThat(new ObjectMapper().readTree(run.out()).path("target").asText())
        .isEqualTo(only.target().toString());
  }

  @Test
  void tells_of_targets_named_twice_and_of_macs_that_share_a_name() throws Exception {
    SimulatedMac one = start("mac-mini-m4");
    SimulatedMac twin =
        start(
            SimulatedMac.builder("mac-studio-m2-ultra")
                .answer("scutil", List.of("--get", "LocalHostName"), "ci-mini-07\n", "", 0));

    CommandLineRun run = extract(one.target(), twin.target(), one.target());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(one.execs()).isEqualTo(1);
    assertThat(run.out())
        .contains("Named more than once, asked once: " + one.target())
        .contains("WARNING: different Macs call themselves ci-mini-07");
  }

  @Test
  void there_is_nothing_to_resume_after_a_run_that_came_to_its_end() throws Exception {
    SimulatedMac good = start("mac-mini-m4");
    extract(good.target(), NOBODY, "--retries", "0");

    CommandLineRun run = extract("--resume");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Nothing to resume");
    assertThat(good.execs()).isEqualTo(1);
  }

  @Test
  void resumes_what_a_run_has_left_and_nothing_else() throws Exception {
    SimulatedMac done = start("mac-mini-m4");
    SimulatedMac left = start("mac-studio-m2-ultra");
    extract(done.target(), left.target());
    forgetResultOf(left);

    CommandLineRun plan = extract("--resume", "--dry-run");
    CommandLineRun other = extract(NOBODY, "--resume");
    CommandLineRun run = extract("--resume");

    assertThat(plan.out()).contains("Would ask 1 target,", left.target().toString());
    assertThat(other.status()).isEqualTo(2);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("Resuming the run of ", ": 1 of 2 targets are left");
    assertThat(run.out()).contains("1 of 1 extracted in ");
    assertThat(done.execs()).isEqualTo(1);
    assertThat(left.execs()).isEqualTo(2);
    assertThat(extract("--resume").out()).startsWith("Nothing to resume");
  }

  @Test
  void asks_those_again_that_failed() throws Exception {
    SimulatedMac good = start("mac-mini-m4");
    extract(good.target(), NOBODY, "--retries", "0");

    CommandLineRun run = extract("--failed", "--retries", "0");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("[1/1] FAILED  " + NOBODY);
    assertThat(good.execs()).isEqualTo(1);
  }

  @Test
  void a_journal_that_cannot_be_written_stops_the_run_before_anyone_is_asked() throws Exception {
    Files.createDirectories(root);
    Files.writeString(root.resolve("runs"), "a file");
    SimulatedMac good = start("mac-mini-m4");

    CommandLineRun run = extract(good.target(), NOBODY);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().strip()).contains("is not a directory").doesNotContain("\n");
    assertThat(good.connections()).isZero();
  }

  private SimulatedMac start(String machine) throws Exception {
    return start(SimulatedMac.builder(machine));
  }

  private SimulatedMac start(SimulatedMacBuilder builder) throws Exception {
    SimulatedMac mac = builder.authorizedKey(key.publicLine()).start();
    macs.add(mac);
    return mac;
  }

  private CommandLineRun extract(Object... words) throws IOException {
    Path known = folder.resolve("known_hosts");
    Files.write(known, macs.stream().map(SimulatedMac::knownHostsLine).toList());
    List<Object> all = new ArrayList<>(List.of("extract"));
    all.addAll(List.of(words));
    all.addAll(List.of("--root", root, "--known-hosts", known, "-i", key.file()));
    return leaf(all.toArray());
  }

  /** As if the run had been killed before this result was written. */
  private void forgetResultOf(SimulatedMac mac) throws IOException {
    try (Stream<Path> runs = Files.list(root.resolve("runs"))) {
      Path journal = runs.findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(journal);
      Files.write(
          journal,
          lines.stream()
              .filter(
                  line -> !line.contains("\"result\"") || !line.contains(mac.target().toString()))
              .toList());
    }
  }
}
