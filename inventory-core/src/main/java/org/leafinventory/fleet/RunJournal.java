package org.leafinventory.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.files.WholeFiles;

/**
 * Writes runs down while they go on, so that one that was killed can be resumed:
 *
 * <pre>{@code
 * <root>/runs/run_<yyyyMMdd_HHmmss>_<id>.jsonl
 * {"record":"run","format":1,"id":…,"started_at":…,"targets":["ssh://admin@10.1.1.10",…]}
 * {"record":"result","at":…,"target":…,"status":"extracted","attempts":1,"host":…,…}
 * {"record":"result","at":…,"target":…,"status":"failed","attempts":3,"class":"timeout",…}
 * }</pre>
 *
 * <p>The time in a name is UTC. The first line is on disk before any target is asked, each result
 * before a listener is told of it. A target without a result is what is left of the run: it was not
 * asked, or the run was cancelled or killed before its result was written. A last line that a crash
 * cut short counts as not written. No secret is in the file.
 *
 * <p>A run keeps its file locked as long as it goes on. Immutable and thread-safe.
 */
public final class RunJournal {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("run_[0-9]{8}_[0-9]{6}_[0-9a-f]+\\.jsonl");
  private static final int ID_LENGTH = 8;

  private final Path directory;

  private RunJournal(Path root) {
    this.directory = root.toAbsolutePath().resolve("runs");
  }

  /** The journal in the directory {@code root}, which need not exist before the first run. */
  public static RunJournal at(Path root) {
    return new RunJournal(root);
  }

  /**
   * The last run that has targets left, be it that it was killed or cancelled, or that it still
   * goes on; empty if there is none. To be asked before a run of this process begins, not
   * meanwhile.
   *
   * @throws RunJournalException if a journal cannot be read
   */
  public Optional<JournaledRun> unfinished() {
    return runs().map(JournalFile::read).filter(run -> !run.isFinished()).findFirst();
  }

  /**
   * The last run; empty if there is none. To be asked before a run of this process begins, not
   * meanwhile.
   *
   * @throws RunJournalException if its journal cannot be read
   */
  public Optional<JournaledRun> last() {
    return runs().findFirst().map(JournalFile::read);
  }

  /** Where the journals are, for messages. */
  @Override
  public String toString() {
    return "RunJournal[" + directory + "]";
  }

  RunRecord begin(List<Target> targets, Clock clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    UUID id = UUID.randomUUID();
    Path file =
        directory.resolve(
            "run_" + TIME.format(now) + "_" + id.toString().substring(0, ID_LENGTH) + ".jsonl");
    boolean interrupted = Thread.interrupted();
    try {
      byte[] head = JournalLines.head(id, now, targets).getBytes(StandardCharsets.UTF_8);
      WholeFiles.create(file, head);
    } catch (IOException e) {
      throw new RunJournalException("cannot write " + file + ": " + WholeFiles.explain(e), e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return RunRecord.of(JournalFile.open(file), clock);
  }

  /** The journals, the last first. */
  private Stream<Path> runs() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList()
          .stream();
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new RunJournalException("cannot list " + directory + ": " + WholeFiles.explain(e), e);
    }
  }
}
