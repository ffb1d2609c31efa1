package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
 * One pass over all hosts. First the stamps are compared, which decides whether the index is
 * written anew; then each part is asked, and its answers handed over in order.
 *
 * @param <R> the answers
 */
final class FleetRun<R> {

  private static final int GROUP = 1024;

  /** One host in so many may have changed before the index is written anew. */
  private static final int CHANGES = 200;

  private final Path root;
  private final int hostsForCache;
  private final Predicate<? super HardwareInventory> which;
  private final Function<JsonNode, R> question;

  FleetRun(
      Path root,
      int hostsForCache,
      Predicate<? super HardwareInventory> which,
      Function<JsonNode, R> question) {
    this.root = root;
    this.hostsForCache = hostsForCache;
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
      // Only thrown while stamps are compared, before anything was handed over.
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
    try (Names names = Names.list(root, useIndex)) {
      List<FleetPart.Compared> parts = new ArrayList<>();
      List<FleetPart> all = names.parts(GROUP);
      forEachInOrder(pool, all, all.size(), part -> part.compare(root), parts::add);
      long changes = parts.stream().mapToLong(FleetPart.Compared::changes).sum();
      int hosts = parts.stream().mapToInt(part -> part.names().size()).sum();
      boolean rewrite = hosts >= hostsForCache && changes > hosts / CHANGES;
      try (NewIndex index = rewrite ? NewIndex.begin(root) : NewIndex.none()) {
        Asking<R> asking = new Asking<>(root, index.startedAt(), which, question, rewrite);
        forEachInOrder(
            pool,
            parts,
            threads,
            asking::ask,
            answers -> {
              answers.written().ifPresent(index::add);
              answers.hosts().forEach(host -> each.accept(host.brief(), host.answer()));
              skipped.addAll(answers.skipped());
            });
        index.finish(names.stamp());
      }
    }
    return skipped;
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
