package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.StoreException;

/**
 * One pass over all hosts. First the stamps are compared, and what is as it was is answered for;
 * they decide whether the index is written anew. Then the rest is read and asked. The answers are
 * handed over in order.
 *
 * @param <R> the answers
 */
final class FleetRun<R> {

  /** One host in so many may have changed before the index is written anew. */
  private static final int CHANGES = 200;

  private final Path root;
  private final int hostsForCache;
  private final int group;
  private final Predicate<? super HardwareInventory> which;
  private final Function<JsonNode, R> question;

  FleetRun(
      Path root,
      int hostsForCache,
      int group,
      Predicate<? super HardwareInventory> which,
      Function<JsonNode, R> question) {
    this.root = root;
    this.hostsForCache = hostsForCache;
    this.group = group;
    this.which = which;
    this.question = question;
  }

  /** Hands over the answers in the order of the names; returns what was skipped. */
  List<SkippedHost> run(BiConsumer<? super HardwareInventory, ? super R> each) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads, FleetRun::daemon);
    try {
      return run(pool, threads, true, each);
    } catch (DamagedIndexException e) {
      // Only thrown while parts are loaded, before anything was handed over.
      return run(pool, threads, false, each);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<SkippedHost> run(
      ExecutorService pool,
      int threads,
      boolean useIndex,
      BiConsumer<? super HardwareInventory, ? super R> each) {
    List<SkippedHost> skipped = new ArrayList<>();
    Consumer<Asking.Answers<R>> handOver =
        answers -> {
          answers.hosts().forEach(host -> each.accept(host.brief(), host.answer()));
          skipped.addAll(answers.skipped());
        };
    try (Names names = Names.list(root, useIndex)) {
      // Before anything is handed over, all of the index is read without which there is no answer.
      List<FleetPart.Loaded> loaded = new ArrayList<>();
      forEachInOrder(pool, names.parts(group), 2 * threads, FleetPart::load, loaded::add);
      Asking<R> asking = new Asking<>(root, Instant.EPOCH, which, question, false);
      FirstLook<R> look = new FirstLook<>(root, asking, handOver);
      forEachInOrder(pool, loaded, 2 * threads, look::at, look::take);
      if (look.hosts() >= hostsForCache && look.changes() > look.hosts() / CHANGES) {
        rewrite(pool, threads, look, names.stamp(), handOver);
      } else {
        forEachInOrder(pool, look.rest(), threads, asking::ask, handOver);
      }
    }
    return skipped;
  }

  /**
   * Answers for the rest, and writes the index anew for all. What was answered is asked once more
   * on the way, which takes less than what has to be read takes.
   */
  private void rewrite(
      ExecutorService pool,
      int threads,
      FirstLook<R> look,
      Stamp inventory,
      Consumer<Asking.Answers<R>> handOver) {
    try (NewIndex index = NewIndex.begin(root)) {
      Asking<R> asking = new Asking<>(root, index.startedAt(), which, question, true);
      forEachInOrder(
          pool,
          look.answered(),
          threads,
          asking::ask,
          answers -> answers.written().ifPresent(index::add));
      forEachInOrder(
          pool,
          look.rest(),
          threads,
          asking::ask,
          answers -> {
            answers.written().ifPresent(index::add);
            handOver.accept(answers);
          });
      index.finish(inventory);
    }
  }

  /** Works on all in parallel, on at most {@code ahead} before their turn has come. */
  private static <A, B> void forEachInOrder(
      ExecutorService pool, List<A> all, int ahead, Function<A, B> work, Consumer<B> then) {
    Deque<Future<B>> waiting = new ArrayDeque<>();
    for (A one : all) {
      waiting.add(pool.submit(() -> work.apply(one)));
      if (waiting.size() > ahead) {
        then.accept(get(waiting.remove()));
      }
    }
    while (!waiting.isEmpty()) {
      then.accept(get(waiting.remove()));
    }
  }

  private static <B> B get(Future<B> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the thread was interrupted while it read hosts; try again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "leaf-fleet");
    thread.setDaemon(true);
    return thread;
  }
}
