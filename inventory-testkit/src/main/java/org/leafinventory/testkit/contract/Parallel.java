package org.leafinventory.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs a piece of work on several threads at once. */
final class Parallel {

  /** Enough to meet each other, few enough for a small machine. */
  static final int THREADS = 4;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Parallel() {}

  /** The results by the number of the thread, from 0; all begin at the same moment. */
  static <T> List<T> run(IntFunction<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<T>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        Callable<T> task =
            () -> {
              start.await();
              return work.apply(number);
            };
        running.add(threads.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("one of several threads failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("several threads at once did not end within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
