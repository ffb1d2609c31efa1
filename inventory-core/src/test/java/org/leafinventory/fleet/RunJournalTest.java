package org.leafinventory.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leafinventory.fleet.Fleets.answering;
import static org.leafinventory.fleet.Fleets.targets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extractor;

class RunJournalTest {

  @TempDir private Path root;

  @AfterEach
  void forget_interrupts() {
    Thread.interrupted();
  }

  @Test
  void there_is_nothing_to_resume_before_the_first_run() {
    assertThat(RunJournal.at(root.resolve("new")).unfinished()).isEmpty();
    assertThat(RunJournal.at(root.resolve("new")).last()).isEmpty();
  }

  @Test
  void a_run_that_came_to_its_end_is_finished_whatever_failed() throws Exception {
    run(
        answering(
            (target, attempt) -> {
              if (target.address().equals("mac-1")) {
                throw Fleets.failure(target, FailureKind.AUTHENTICATION);
              }
              return Fleets.inventory(target);
            }),
        3);

    assertThat(RunJournal.at(root).unfinished()).isEmpty();
    JournaledRun last = RunJournal.at(root).last().orElseThrow();
    assertThat(last.isFinished()).isTrue();
    assertThat(last.failed()).containsExactly(Target.ssh("mac-1"));
    assertThat(last.startedAt()).isEqualTo(Fleets.NOON);
    assertThat(last.file().getFileName().toString())
        .matches("run_20260124_120000_[0-9a-f]{8}\\.jsonl");
    assertThat(Files.readAllLines(last.file()))
        .hasSize(4)
        .first()
        .asString()
        .contains("\"targets\":[\"ssh://mac-0\",\"ssh://mac-1\",\"ssh://mac-2\"]");
    assertThat(Files.readString(last.file()))
        .contains(
            "\"target\":\"ssh://mac-1\",\"status\":\"failed\",\"attempts\":1",
            "\"class\":\"authentication\",\"kind\":\"authentication\"");
  }

  @Test
  void a_cancelled_run_is_resumed_with_what_is_left() {
    cancelAfter(2, 5);
    JournaledRun unfinished = RunJournal.at(root).unfinished().orElseThrow();
    assertThat(unfinished.left()).isEqualTo(targets(5).subList(2, 5));
    List<Target> asked = new ArrayList<>();

    FleetReport report = resume(unfinished, asked);

    assertThat(report.results()).extracting(FleetResult::target).isEqualTo(unfinished.left());
    assertThat(asked).isEqualTo(unfinished.left());
    assertThat(RunJournal.at(root).unfinished()).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void what_is_left_is_looked_up_anew_when_a_run_is_resumed() {
    cancelAfter(2, 5);
    JournaledRun before = RunJournal.at(root).unfinished().orElseThrow();
    resume(before, new ArrayList<>());
    List<Target> asked = new ArrayList<>();

    FleetReport report = resume(before, asked);

    assertThat(asked).isEmpty();
    assertThat(report.results()).isEmpty();
  }

  @Test
  void a_line_that_a_crash_cut_short_counts_as_not_written() throws Exception {
    cancelAfter(2, 3);
    Path file = files().get(0);
    String torn = "{\"record\":\"result\",\"target\":\"ssh://mac-2\",\"status\":\"extrac";
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    JournaledRun unfinished = RunJournal.at(root).unfinished().orElseThrow();
    assertThat(unfinished.left()).containsExactly(Target.ssh("mac-2"));

    resume(unfinished, new ArrayList<>());

    assertThat(RunJournal.at(root).unfinished()).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(5).element(3).isEqualTo(torn);
  }

  @Test
  void the_last_of_several_unfinished_runs_is_resumed() throws Exception {
    cancelAfter(1, 2);
    Path old = files().get(0);
    Files.move(old, old.resolveSibling("run_20250101_000000_00000000.jsonl"));
    cancelAfter(0, 4);

    assertThat(RunJournal.at(root).unfinished().orElseThrow().left()).hasSize(4);
  }

  @Test
  void a_run_that_goes_on_cannot_be_resumed() {
    List<String> refused = new ArrayList<>();
    FleetOptions options =
        options()
            .listener(
                event -> {
                  if (event instanceof FleetEvent.Attempting && refused.isEmpty()) {
                    JournaledRun itself =
                        new JournaledRun(files().get(0), Fleets.NOON, List.of(), Map.of());
                    assertThatThrownBy(() -> resume(itself, new ArrayList<>()))
                        .isInstanceOf(RunJournalException.class)
                        .satisfies(e -> refused.add(String.valueOf(e.getMessage())));
                  }
                })
            .build();

    runner(answering((target, attempt) -> Fleets.inventory(target))).run(targets(1), options);

    assertThat(refused).singleElement().asString().contains("still goes on");
  }

  @Test
  void a_journal_that_cannot_be_begun_stops_the_run_before_anyone_is_asked() throws Exception {
    Files.writeString(root.resolve("runs"), "a file");
    Fleets.Recorder machines = answering((target, attempt) -> Fleets.inventory(target));

    assertThatThrownBy(() -> run(machines, 1))
        .isInstanceOf(RunJournalException.class)
        .hasMessageContaining("is not a directory")
        .hasMessageNotContaining("\n");

    assertThat(machines.calls(Target.ssh("mac-0"))).isEmpty();
  }

  @Test
  void a_file_that_is_no_journal_is_named() throws Exception {
    Path file =
        Files.createDirectories(root.resolve("runs")).resolve("run_20260101_000000_1.jsonl");
    Files.writeString(file, "{}\n");

    assertThatThrownBy(() -> RunJournal.at(root).unfinished())
        .isInstanceOf(RunJournalException.class)
        .hasMessage(
            file + " is no journal of a run: line 1 is not the head of a run; move it away");
  }

  private void cancelAfter(int done, int count) {
    Thread caller = Thread.currentThread();
    List<FleetEvent> finished = new ArrayList<>();
    FleetOptions options =
        options()
            .listener(
                event -> {
                  if (event instanceof FleetEvent.Finished) {
                    finished.add(event);
                  }
                  if (finished.size() == done) {
                    caller.interrupt();
                  }
                })
            .build();
    runner(answering((target, attempt) -> Fleets.inventory(target))).run(targets(count), options);
    assertThat(Thread.interrupted()).isTrue();
  }

  private FleetReport resume(JournaledRun unfinished, List<Target> asked) {
    Extractor extractor =
        answering(
            (target, attempt) -> {
              asked.add(target);
              return Fleets.inventory(target);
            });
    return runner(extractor).resume(unfinished, options().build());
  }

  private void run(Extractor extractor, int count) {
    runner(extractor).run(targets(count), options().build());
  }

  private static FleetRunner runner(Extractor extractor) {
    return new FleetRunner(extractor, Fleets.clock(), new VirtualTime());
  }

  /** One after the other on the calling thread, so that it is known who was asked when. */
  private FleetOptions.Builder options() {
    return FleetOptions.builder()
        .parallelism(1)
        .executor(Runnable::run)
        .journal(RunJournal.at(root));
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(root.resolve("runs"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
