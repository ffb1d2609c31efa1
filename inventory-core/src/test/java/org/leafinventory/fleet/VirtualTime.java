package org.leafinventory.fleet;

import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a run waits; for runs whose executor is the calling thread. */
final class VirtualTime implements Ticker {

  private long now;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public <T> @Nullable T poll(BlockingQueue<T> queue, long nanos) {
    T head = queue.poll();
    if (head == null) {
      if (nanos > Long.MAX_VALUE / 2) {
        throw new AssertionError("the run would wait for ever");
      }
      now += nanos;
    }
    return head;
  }
}
