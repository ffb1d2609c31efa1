package org.leafinventory.fleet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.leafinventory.collect.Target;

/**
 * A run as its journal tells of it. Immutable and thread-safe.
 *
 * @param file the journal
 * @param startedAt when the run began, to the second
 * @param targets what was to be asked, in the order of the request
 * @param done the targets that are done with, and whether it went well
 */
public record JournaledRun(
    Path file, Instant startedAt, List<Target> targets, Map<Target, Boolean> done) {

  /** Keeps copies. */
  public JournaledRun {
    targets = List.copyOf(targets);
    done = Map.copyOf(done);
  }

  /** What resuming the run would ask: the targets that are not done with. */
  public List<Target> left() {
    return targets.stream().filter(target -> !done.containsKey(target)).toList();
  }

  /** What failed, for good. */
  public List<Target> failed() {
    return targets.stream().filter(target -> !done.getOrDefault(target, true)).toList();
  }

  /** Whether there is nothing to resume. */
  public boolean isFinished() {
    return left().isEmpty();
  }
}
