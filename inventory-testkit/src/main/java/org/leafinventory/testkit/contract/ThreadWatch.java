package org.leafinventory.testkit.contract;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Which threads were there, and which have come since and stay. */
final class ThreadWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** The JDK's, simulated Macs' and the test engines': their number is bounded by their owners. */
  private static final List<String> OF_OTHERS =
      List.of(
          "process reaper",
          "ForkJoinPool.commonPool",
          "CompletableFutureDelayScheduler",
          "Common-Cleaner",
          "Attach Listener",
          "surefire",
          "junit",
          "simulated-mac",
          "sshd-SshServer");

  private final Predicate<Thread> ignored;
  private final Set<Thread> before;

  ThreadWatch(Predicate<Thread> ignored) {
    this.ignored = ignored;
    this.before = new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  /** New threads that are still there after a while; their names. */
  List<String> left() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> left = now();
    while (!left.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      left = now();
    }
    return left;
  }

  private List<String> now() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .filter(thread -> OF_OTHERS.stream().noneMatch(thread.getName()::startsWith))
        .filter(ignored.negate())
        .map(Thread::getName)
        .sorted()
        .toList();
  }
}
