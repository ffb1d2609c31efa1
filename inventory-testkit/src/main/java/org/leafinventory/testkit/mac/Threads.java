package org.leafinventory.testkit.mac;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** The threads that all simulated Macs of a process share; they never keep it from ending. */
final class Threads {

  static final ExecutorService POOL = Executors.newCachedThreadPool(named("simulated-mac"));
  static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(named("simulated-mac-timer"));

  private Threads() {}

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
