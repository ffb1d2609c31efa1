package org.leafinventory.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.extraction.ExtractionFailure;
import org.leafinventory.extraction.PendingExtraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one target, on whatever thread the executor has. Hands in exactly one outcome,
 * unless it was cancelled before it began.
 */
final class Attempt implements Runnable {

  /**
   * How an attempt ended.
   *
   * @param extraction if it went well
   * @param failure if it did not
   * @param pause if it is to be repeated, and how long to wait before
   */
  record Outcome(
      Attempt of,
      Optional<Extraction> extraction,
      Optional<ExtractionFailure> failure,
      Optional<Duration> pause) {}

  /** Decides on another attempt: the pause before it, or empty if there is to be none. */
  interface Retry {
    Optional<Duration> after(ExtractionFailure failure);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private final Entry entry;
  private final PendingExtraction pending;
  private final Retry retry;
  private final Consumer<Outcome> done;

  private @Nullable Thread runner;
  private boolean begun;
  private boolean cancelled;

  Attempt(Entry entry, PendingExtraction pending, Retry retry, Consumer<Outcome> done) {
    this.entry = entry;
    this.pending = pending;
    this.retry = retry;
    this.done = done;
  }

  Entry entry() {
    return entry;
  }

  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    Outcome outcome = outcome();
    end();
    done.accept(outcome);
  }

  /** Interrupts the attempt; returns whether it has begun, and so will hand in an outcome. */
  synchronized boolean cancel() {
    cancelled = true;
    if (runner != null) {
      runner.interrupt();
    }
    return begun;
  }

  private synchronized boolean begin() {
    if (cancelled) {
      return false;
    }
    begun = true;
    runner = Thread.currentThread();
    return true;
  }

  /** An interrupt that was meant for this attempt must not meet what the thread does next. */
  private synchronized void end() {
    runner = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Whatever a collector, store or sink throws stays the matter of this one target. */
  private Outcome outcome() {
    try {
      return new Outcome(this, Optional.of(pending.attempt()), Optional.empty(), Optional.empty());
    } catch (Throwable e) {
      return failed(ofCancellation(e));
    }
  }

  private Outcome failed(Throwable thrown) {
    ExtractionFailure failure = ExtractionFailure.of(thrown);
    Optional<Duration> pause =
        failure.worthRetrying() && !isCancelled() ? retry.after(failure) : Optional.empty();
    try {
      if (pause.isPresent()) {
        pending.retrying(failure, pause.get());
        return new Outcome(this, Optional.empty(), Optional.of(failure), pause);
      }
      pending.failed(thrown);
    } catch (Throwable e) {
      LOG.error("{}: {}", entry.target, "its failure could not be told", e);
    }
    return new Outcome(this, Optional.empty(), Optional.of(failure), Optional.empty());
  }

  /** An interrupt may show as a file that could not be written, or as anything else. */
  private Throwable ofCancellation(Throwable thrown) {
    return !isCancelled() || thrown instanceof CollectionException
        ? thrown
        : cancellation(entry.target, thrown);
  }

  static CollectionException cancellation(Target target, @Nullable Throwable cause) {
    return new CollectionException(
        target,
        FailureKind.CANCELLED,
        "the run was cancelled",
        "run it again, or resume the run",
        cause);
  }
}
