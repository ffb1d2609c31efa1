package org.leafinventory.testkit.fake;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids that a test can foresee: {@code 00000000-0000-0000-0000-000000000001}, then {@code …2} and so
 * on. Thread-safe.
 */
public final class SequentialIds implements Supplier<UUID> {

  private final AtomicLong last = new AtomicLong();

  /** Begins with number 1. */
  public SequentialIds() {}

  /** The id with this number. */
  public static UUID id(long number) {
    return new UUID(0, number);
  }

  /** The next id. */
  @Override
  public UUID get() {
    return id(last.incrementAndGet());
  }
}
