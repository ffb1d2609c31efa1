package org.leafinventory.eventlog;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that parse logs, one for each processor, shared by all who read. They end by
 * themselves when there is nothing to do. The JDK's common pool has one thread less, and starts a
 * thread for each chunk where that leaves one alone.
 */
final class Workers {

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  static final ExecutorService POOL = pool();

  private Workers() {}

  private static ExecutorService pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "leaf-log");
    thread.setDaemon(true);
    return thread;
  }
}
