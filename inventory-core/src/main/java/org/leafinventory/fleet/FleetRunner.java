package org.leafinventory.fleet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the extraction of many targets; {@code InventoryService.extractAll} says what is promised.
 * Immutable and thread-safe if its extractor is; runs do not know of each other.
 */
public final class FleetRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FleetRunner.class);

  private final Extractor extractor;
  private final Clock clock;
  private final Ticker ticker;

  FleetRunner(Extractor extractor, Clock clock, Ticker ticker) {
    this.extractor = extractor;
    this.clock = clock;
    this.ticker = ticker;
  }

  /**
   * A runner.
   *
   * @param clock tells when things happen, for the journal
   */
  public static FleetRunner of(Extractor extractor, Clock clock) {
    return new FleetRunner(extractor, clock, Ticker.SYSTEM);
  }

  /**
   * Asks {@code targets}, each once however often it is named.
   *
   * @throws RunJournalException if there is to be a journal and it cannot be begun; nothing was
   *     asked then
   */
  public FleetReport run(List<Target> targets, FleetOptions options) {
    Set<Target> once = new LinkedHashSet<>();
    List<Target> duplicates = new ArrayList<>();
    for (Target target : targets) {
      if (!once.add(target)) {
        duplicates.add(target);
      }
    }
    List<Target> unique = List.copyOf(once);
    if (unique.isEmpty() || options.journal().isEmpty()) {
      return run(unique, duplicates, options, RunRecord.none());
    }
    try (RunRecord journal = options.journal().get().begin(unique, clock)) {
      return run(unique, duplicates, options, journal);
    }
  }

  /**
   * Asks those that {@code unfinished} left, and continues its journal.
   *
   * @throws RunJournalException if its journal cannot be continued, or another process is about it;
   *     nothing was asked then
   */
  public FleetReport resume(JournaledRun unfinished, FleetOptions options) {
    try (RunRecord journal = RunRecord.of(JournalFile.open(unfinished.file()), clock)) {
      return run(journal.left(), List.of(), options, journal);
    }
  }

  private FleetReport run(
      List<Target> targets, List<Target> duplicates, FleetOptions options, RunRecord journal) {
    Optional<ExecutorService> own =
        options.executor().isPresent() ? Optional.empty() : Optional.of(pool(options, targets));
    Executor executor = options.executor().orElseGet(own::orElseThrow);
    try {
      return new FleetRun(extractor, options, executor, ticker, journal).run(targets, duplicates);
    } finally {
      own.ifPresent(FleetRunner::end);
    }
  }

  /** All attempts are over but those that heed no interrupt, so this takes no time. */
  private static void end(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.warn("an attempt that was cancelled goes on: its collector heeds no interrupt");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExecutorService pool(FleetOptions options, List<Target> targets) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(task, "leaf-inventory-fleet-" + number.incrementAndGet());
          // A collector that neither answers nor heeds an interrupt must not keep the program up.
          thread.setDaemon(true);
          return thread;
        };
    return Executors.newFixedThreadPool(
        Math.max(1, Math.min(options.parallelism(), targets.size())), threads);
  }
}
