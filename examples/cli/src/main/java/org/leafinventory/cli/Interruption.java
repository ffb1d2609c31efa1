package org.leafinventory.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets what a thread is about end well when somebody presses Ctrl-C or asks the process to end: the
 * thread is interrupted, and the process stays until it is done.
 */
final class Interruption {

  private static final int PATIENCE_SECONDS = 15;

  private Interruption() {}

  /** Does {@code work}, which heeds interrupts, on the calling thread. */
  static <T> T whenAsked(Supplier<T> work) {
    Thread worker = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    Thread hook = new Thread(() -> interrupt(worker, over), "leaf-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.get();
    } finally {
      over.countDown();
      forget(hook);
    }
  }

  private static void interrupt(Thread worker, CountDownLatch over) {
    worker.interrupt();
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("leaf: gave up waiting for the run to end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is what the hook was for.
    }
  }
}
