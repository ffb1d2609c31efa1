package org.leafinventory.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.Target;
import org.leafinventory.filestore.FileInventoryStore;

/** A run in a process of its own, which is killed without warning. */
@Timeout(120)
class ResumeAfterKillTest {

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 40})
  void a_killed_run_is_resumed_without_asking_again_who_is_done(int killAfter) throws Exception {
    Path askedFirst = root.resolve("asked-first");
    Path askedThen = root.resolve("asked-then");

    List<String> doneFirst = killed(start(askedFirst, "run", 20), killAfter);
    JournaledRun unfinished = RunJournal.at(root).unfinished().orElseThrow();
    List<String> doneThen = toTheEnd(start(askedThen, "resume", 20));

    List<String> all = Fleets.targets(FleetProcess.TARGETS).stream().map(Target::toString).toList();
    assertThat(doneFirst).hasSizeGreaterThanOrEqualTo(killAfter);
    assertThat(Files.readAllLines(askedThen)).doesNotContainAnyElementsOf(doneFirst);
    assertThat(doneThen)
        .containsExactlyInAnyOrderElementsOf(
            unfinished.left().stream().map(Target::toString).toList());
    List<String> done = new ArrayList<>(doneThen);
    done.addAll(doneFirst);
    assertThat(done).containsAll(doneFirst).isSubsetOf(all);
    assertThat(FileInventoryStore.at(root).hosts()).hasSize(FleetProcess.TARGETS);
    assertThat(RunJournal.at(root).unfinished()).isEmpty();
  }

  @Test
  void a_run_in_another_process_cannot_be_resumed_while_it_goes_on() throws Exception {
    Process running = start(root.resolve("asked"), "run", 2_000);
    try (BufferedReader out = output(running)) {
      out.readLine();
      Process second = start(root.resolve("asked-second"), "resume", 0);

      assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(second.exitValue()).isEqualTo(1);
      assertThat(root.resolve("asked-second")).doesNotExist();
    } finally {
      running.destroyForcibly().waitFor();
    }
  }

  @Test
  void where_the_journal_finds_no_more_room_the_run_goes_on_and_the_rest_can_be_resumed()
      throws Exception {
    List<String> lines = toTheEnd(start(withLittleRoom(), root.resolve("asked"), "run", 0));

    List<Target> all = Fleets.targets(FleetProcess.TARGETS);
    assertThat(lines).hasSize(all.size() + 1);
    assertThat(lines.get(all.size()))
        .startsWith(FleetProcess.TROUBLE + "cannot append to " + root.resolve("runs"));
    assertThat(FileInventoryStore.at(root).hosts()).hasSameSizeAs(all);
    List<Target> left = RunJournal.at(root).unfinished().orElseThrow().left();
    assertThat(left).isSubsetOf(all).hasSizeBetween(1, all.size() - 1);
    assertThat(toTheEnd(start(root.resolve("asked-then"), "resume", 0)))
        .containsExactlyInAnyOrderElementsOf(left.stream().map(Target::toString).toList());
    assertThat(RunJournal.at(root).unfinished()).isEmpty();
  }

  /** No file may grow beyond 4 or 8 KiB, whichever a block is to this shell. */
  private static List<String> withLittleRoom() {
    return List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");
  }

  /** Who was done when the process was killed. */
  private static List<String> killed(Process process, int after) throws Exception {
    List<String> done = new ArrayList<>();
    try (BufferedReader out = output(process)) {
      while (done.size() < after) {
        done.add(out.readLine());
      }
      // The process itself would close its output.
      process.toHandle().destroyForcibly();
      out.lines().forEach(done::add);
    }
    assertThat(process.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
    return done;
  }

  private static List<String> toTheEnd(Process process) throws Exception {
    try (BufferedReader out = output(process)) {
      List<String> done = out.lines().toList();
      assertThat(process.waitFor()).isZero();
      return done;
    }
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private Process start(Path asked, String what, int millis) throws IOException {
    return start(List.of(), asked, what, millis);
  }

  private Process start(List<String> wrapper, Path asked, String what, int millis)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            FleetProcess.class.getName(),
            root.toString(),
            asked.toString(),
            what,
            String.valueOf(millis)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
