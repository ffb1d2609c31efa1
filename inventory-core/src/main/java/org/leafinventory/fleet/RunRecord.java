package org.leafinventory.fleet;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.files.WholeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of the run that goes on, if it has one. A run is worth more than its journal: trouble
 * with the file stops the writing, not the run.
 */
final class RunRecord implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);

  private final @Nullable JournalFile file;
  private final Clock clock;
  private Optional<String> trouble = Optional.empty();

  private RunRecord(@Nullable JournalFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  static RunRecord none() {
    return new RunRecord(null, Clock.systemUTC());
  }

  static RunRecord of(JournalFile file, Clock clock) {
    return new RunRecord(file, clock);
  }

  /** What is left is known once the file is locked: another process may have been about it. */
  List<Target> left() {
    return file == null ? List.of() : file.read().left();
  }

  /** Writes down those that are done with; what was cancelled is not. */
  void add(List<FleetResult> results) {
    Instant now = clock.instant();
    String lines =
        results.stream()
            .filter(result -> !result.isCancelled())
            .map(result -> JournalLines.result(now, result))
            .collect(Collectors.joining());
    if (file == null || lines.isEmpty() || trouble.isPresent()) {
      return;
    }
    try {
      file.append(lines);
    } catch (IOException e) {
      String reason = "cannot append to " + file.path() + ": " + WholeFiles.explain(e);
      LOG.warn("{}; the run goes on, but cannot be resumed from here", reason);
      trouble = Optional.of(reason);
    }
  }

  Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      LOG.warn("cannot close the journal of the run", e);
    }
  }
}
