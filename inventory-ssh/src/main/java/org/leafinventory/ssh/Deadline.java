package org.leafinventory.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog of one run: knows the step it is at, and when time is up closes what the run waits
 * on. Closing is the only thing that ends every kind of wait, whatever the peer does or leaves out.
 *
 * <p>Thread-safe; at most one task is scheduled at a time.
 */
final class Deadline implements AutoCloseable {

  /** Time ran out. */
  record Expiry(Step step, Duration limit, String setting) {}

  private final ScheduledExecutorService scheduler;
  private final Duration whole;
  private final long start = System.nanoTime();

  private Step step = Step.RESOLVE;
  private long limitAt;
  private @Nullable Future<?> armed;
  private final List<Closeable> guarded = new ArrayList<>();
  private @Nullable Expiry expiry;
  private boolean ended;

  /** A run that may take {@code whole} from now on. */
  Deadline(ScheduledExecutorService scheduler, Duration whole) {
    this.scheduler = scheduler;
    this.whole = whole;
  }

  /** Names the step that begins; the running limit goes on. */
  synchronized void step(Step next) {
    step = next;
  }

  synchronized Step step() {
    return step;
  }

  /** From now on: {@code limit}, or what is left of the whole run if that is less. */
  synchronized void limit(Duration limit, String setting) {
    disarm();
    long left = whole.toNanos() - (System.nanoTime() - start);
    boolean byWhole = limit.toNanos() >= left;
    long nanos = Math.max(0, byWhole ? left : limit.toNanos());
    limitAt = System.nanoTime() + nanos;
    long token = limitAt;
    Duration told = byWhole ? whole : limit;
    String toldSetting = byWhole ? "collectTimeout" : setting;
    armed = scheduler.schedule(() -> expire(token, told, toldSetting), nanos, TimeUnit.NANOSECONDS);
  }

  /** From now on: only the limit of the whole run. */
  void limitWhole() {
    limit(whole, "collectTimeout");
  }

  /** How long the running limit still allows; never negative. */
  synchronized Duration left() {
    return Duration.ofNanos(Math.max(0, limitAt - System.nanoTime()));
  }

  /** Closes {@code resource}, too, when time is up or the run is over; at once if it is. */
  synchronized void guard(Closeable resource) {
    guarded.add(resource);
    if (expiry != null || ended) {
      closeQuietly(resource);
    }
  }

  /** Whether, at which step and by which limit time ran out; null if it did not. */
  synchronized @Nullable Expiry expiry() {
    return expiry;
  }

  @Override
  public synchronized void close() {
    ended = true;
    disarm();
    closeGuarded();
  }

  private synchronized void expire(long token, Duration limit, String setting) {
    if (ended || token != limitAt) {
      return;
    }
    expiry = new Expiry(step, limit, setting);
    closeGuarded();
  }

  private void closeGuarded() {
    guarded.forEach(Deadline::closeQuietly);
    guarded.clear();
  }

  private void disarm() {
    if (armed != null) {
      armed.cancel(false);
      armed = null;
    }
  }

  static void closeQuietly(Closeable resource) {
    try {
      resource.close();
    } catch (IOException ignored) {
      // What is being given up may fail to say goodbye.
    }
  }
}
