package org.leafinventory.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.Extractor;
import org.leafinventory.extraction.PendingExtraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run, on the caller's thread: it alone knows the state of the run, starts attempts, takes
 * their outcomes from a queue and tells journal and listener. So nothing here is shared but the
 * queue.
 */
final class FleetRun {

  private static final Logger LOG = LoggerFactory.getLogger(FleetRun.class);

  /** How long attempts may take to end once they are interrupted. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Extractor extractor;
  private final FleetOptions options;
  private final Executor executor;
  private final Ticker ticker;
  private final RunRecord journal;
  private FleetListener listener;
  private final long startedAt;

  private final Lanes lanes;
  private final Set<Attempt> running = new LinkedHashSet<>();
  private final BlockingQueue<Attempt.Outcome> outcomes = new LinkedBlockingQueue<>();
  private final List<@Nullable FleetResult> results = new ArrayList<>();
  private int left;

  FleetRun(
      Extractor extractor,
      FleetOptions options,
      Executor executor,
      Ticker ticker,
      RunRecord journal) {
    this.extractor = extractor;
    this.options = options;
    this.executor = executor;
    this.ticker = ticker;
    this.journal = journal;
    this.listener = options.listener();
    this.lanes = new Lanes(options.pacing());
    this.startedAt = ticker.nanos();
  }

  FleetReport run(List<Target> targets, List<Target> duplicates) {
    LOG.info("asking {} targets, {} at a time", targets.size(), options.parallelism());
    for (Target target : targets) {
      lanes.add(new Entry(results.size(), target));
      results.add(null);
    }
    left = targets.size();
    boolean cancelled = workOrCancel(targets);
    FleetReport report =
        new FleetReport(
            results.stream().map(Objects::requireNonNull).toList(),
            duplicates,
            Duration.ofNanos(now()),
            cancelled,
            journal.trouble());
    LOG.info("{} succeeded, {} failed", report.succeeded(), report.failed());
    return report;
  }

  /** Returns whether the run was cancelled. However this ends, nothing of the run goes on. */
  private boolean workOrCancel(List<Target> targets) {
    try {
      try {
        listener.on(new FleetEvent.Started(targets));
        work();
        return false;
      } catch (InterruptedException e) {
        endAll();
        Thread.currentThread().interrupt();
        return true;
      }
    } catch (RuntimeException | Error e) {
      // Most likely the listener's; it is told no more.
      listener = event -> {};
      endAll();
      throw e;
    }
  }

  private void work() throws InterruptedException {
    while (left > 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      startAttempts();
      long opensAt = running.size() < options.parallelism() ? lanes.opensAt() : Long.MAX_VALUE;
      Attempt.Outcome first = ticker.poll(outcomes, Math.max(0, opensAt - now()));
      if (first != null) {
        take(first);
      }
    }
  }

  private void startAttempts() {
    boolean more = true;
    while (more && running.size() < options.parallelism()) {
      Optional<Entry> next = lanes.next(now());
      next.ifPresent(this::start);
      more = next.isPresent();
    }
  }

  private void start(Entry entry) {
    if (entry.pending == null) {
      entry.pending = extractor.prepare(entry.target);
      entry.begunAt = now();
    }
    entry.attempts++;
    listener.on(new FleetEvent.Attempting(entry.target, entry.attempts));
    Attempt attempt = new Attempt(entry, entry.pending, retryOf(entry), outcomes::add);
    running.add(attempt);
    try {
      executor.execute(attempt);
    } catch (RejectedExecutionException e) {
      outcomes.add(
          new Attempt.Outcome(
              attempt, Optional.empty(), Optional.of(ExtractionFailure.of(e)), Optional.empty()));
    }
  }

  private Attempt.Retry retryOf(Entry entry) {
    int retry = entry.attempts;
    if (retry > options.retries()) {
      return failure -> Optional.empty();
    }
    // Rolled here: the source of random numbers need not be thread-safe.
    Duration pause = options.backoff().pause(retry, options.random().nextDouble());
    return failure -> Optional.of(pause);
  }

  /** Takes all outcomes there are at once, so that one write brings them all into the journal. */
  private void take(Attempt.Outcome first) {
    List<Attempt.Outcome> batch = new ArrayList<>(List.of(first));
    outcomes.drainTo(batch);
    List<FleetEvent.Finished> finished = new ArrayList<>();
    for (Attempt.Outcome outcome : batch) {
      // One that was given up is no longer running; it comes too late.
      if (running.remove(outcome.of())) {
        Entry entry = outcome.of().entry();
        lanes.leave(entry);
        if (outcome.pause().isPresent()) {
          repeat(entry, outcome.failure().orElseThrow(), outcome.pause().get());
        } else {
          finished.add(finish(entry, outcome.extraction(), outcome.failure()));
        }
      }
    }
    tell(finished);
  }

  private void repeat(Entry entry, ExtractionFailure failure, Duration pause) {
    lanes.addLater(entry, now() + pause.toNanos());
    listener.on(new FleetEvent.Retrying(entry.target, entry.attempts, failure, pause));
  }

  private FleetEvent.Finished finish(
      Entry entry, Optional<Extraction> extraction, Optional<ExtractionFailure> failure) {
    Duration duration = Duration.ofNanos(entry.attempts == 0 ? 0 : now() - entry.begunAt);
    FleetResult result =
        extraction
            .map(it -> FleetResult.success(entry.target, entry.attempts, duration, it))
            .orElseGet(
                () ->
                    FleetResult.failure(
                        entry.target, entry.attempts, duration, failure.orElseThrow()));
    results.set(entry.position, result);
    entry.pending = null;
    left--;
    return new FleetEvent.Finished(result, extraction);
  }

  private void tell(Collection<FleetEvent.Finished> finished) {
    journal.add(finished.stream().map(FleetEvent.Finished::result).toList());
    finished.forEach(listener::on);
  }

  /** Interrupts what runs, waits for it, and gives the rest up. */
  private void endAll() {
    LOG.info("the run was cancelled; {} attempts are interrupted", running.size());
    List<Entry> unstarted = lanes.drain();
    List<Attempt> interrupted = List.copyOf(running);
    for (Attempt attempt : interrupted) {
      if (!attempt.cancel()) {
        running.remove(attempt);
        unstarted.add(attempt.entry());
      }
    }
    awaitRunning();
    unstarted.addAll(lanes.drain());
    for (Attempt attempt : running) {
      // It goes on regardless, and will tell of its own end.
      attempt.entry().pending = null;
      unstarted.add(attempt.entry());
    }
    running.clear();
    tell(unstarted.stream().map(this::giveUp).toList());
  }

  private void awaitRunning() {
    long deadline = now() + GRACE.toNanos();
    boolean interrupted = false;
    while (!running.isEmpty() && now() < deadline) {
      try {
        Attempt.Outcome outcome = ticker.poll(outcomes, deadline - now());
        if (outcome != null) {
          take(outcome);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private FleetEvent.Finished giveUp(Entry entry) {
    CollectionException cancelled = Attempt.cancellation(entry.target, null);
    PendingExtraction pending = entry.pending;
    if (pending != null) {
      pending.failed(cancelled);
    }
    return finish(entry, Optional.empty(), Optional.of(ExtractionFailure.of(cancelled)));
  }

  private long now() {
    return ticker.nanos() - startedAt;
  }
}
