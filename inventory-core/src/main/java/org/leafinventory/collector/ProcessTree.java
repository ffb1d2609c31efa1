package org.leafinventory.collector;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ends a process and everything below it. */
final class ProcessTree {

  private static final int LOOKS = 20;
  private static final Duration GONE_WITHIN = Duration.ofMillis(500);

  private ProcessTree() {}

  /**
   * Kills {@code root} and all its descendants, if it still runs, and waits until they are gone. An
   * interrupt does not keep it from that; the flag is kept.
   *
   * <p>All are stopped before the first one is killed. To kill at once would let some get away: a
   * process may start another one after the list was made, and once the parent is dead nothing
   * tells whose child that is.
   */
  static void end(Process root) {
    if (!root.isAlive()) {
      return;
    }
    Set<ProcessHandle> pack = stopped(root.toHandle());
    pack.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(pack);
  }

  /** The process and those below it, stopped until a look finds nobody new. */
  private static Set<ProcessHandle> stopped(ProcessHandle root) {
    Set<ProcessHandle> pack = new LinkedHashSet<>();
    List<ProcessHandle> found = List.of(root);
    for (int look = 0; look < LOOKS && !found.isEmpty(); look++) {
      stop(found);
      pack.addAll(found);
      found = root.descendants().filter(process -> !pack.contains(process)).toList();
    }
    pack.addAll(found);
    return pack;
  }

  /** Java has no signal for this; a shell's own {@code kill} does. */
  private static void stop(List<ProcessHandle> processes) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "kill -STOP \"$@\" 2>/dev/null", "sh"));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    try {
      Process kill =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      awaitEnd(Set.of(kill.toHandle()));
    } catch (IOException e) {
      // No process can be started. They are killed all the same.
    }
  }

  /**
   * Waits, but not for ever, and not less for an interrupt. What is dead counts as alive until its
   * parent notices, which the first process of some containers does late or never.
   */
  private static void awaitEnd(Set<ProcessHandle> processes) {
    boolean interrupted = Thread.interrupted();
    long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
    while (processes.stream().anyMatch(ProcessHandle::isAlive)
        && System.nanoTime() - deadline < 0) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
