package org.leafinventory.fleet;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet is extracted. Immutable; thread-safe if what was put in is.
 *
 * <pre>{@code
 * FleetOptions.builder().parallelism(100).retries(2).journal(RunJournal.at(root)).build()
 * }</pre>
 */
public final class FleetOptions {

  private final int parallelism;
  private final int retries;
  private final Backoff backoff;
  private final Pacing pacing;
  private final FleetListener listener;
  private final @Nullable Executor executor;
  private final @Nullable RunJournal journal;
  private final RandomGenerator random;

  private FleetOptions(Builder builder) {
    this.parallelism = builder.parallelism;
    this.retries = builder.retries;
    this.backoff = builder.backoff;
    this.pacing = builder.pacing;
    this.listener = builder.listener;
    this.executor = builder.executor;
    this.journal = builder.journal;
    this.random = builder.random;
  }

  /** What the {@link Builder} says are the defaults. */
  public static FleetOptions defaults() {
    return builder().build();
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  int parallelism() {
    return parallelism;
  }

  int retries() {
    return retries;
  }

  Backoff backoff() {
    return backoff;
  }

  Pacing pacing() {
    return pacing;
  }

  FleetListener listener() {
    return listener;
  }

  Optional<Executor> executor() {
    return Optional.ofNullable(executor);
  }

  Optional<RunJournal> journal() {
    return Optional.ofNullable(journal);
  }

  RandomGenerator random() {
    return random;
  }

  /**
   * Builds {@link FleetOptions}; not thread-safe.
   *
   * <ul>
   *   <li>parallelism: 32
   *   <li>retries: 2, after up to 1 s and up to 2 s
   *   <li>pacing: {@link Pacing#none()}
   *   <li>executor: threads of the run's own, gone when it ends
   *   <li>listener and journal: none
   *   <li>random numbers: from a {@link SplittableRandom}
   * </ul>
   */
  public static final class Builder {

    private static final int MANY = 10_000;

    private int parallelism = 32;
    private int retries = 2;
    private Backoff backoff = Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private Pacing pacing = Pacing.none();
    private FleetListener listener = event -> {};
    private @Nullable Executor executor;
    private @Nullable RunJournal journal;
    private RandomGenerator random = new SplittableRandom();

    private Builder() {}

    /**
     * How many machines may be asked at the same time.
     *
     * @throws IllegalArgumentException unless 1 to 10 000
     */
    public Builder parallelism(int limit) {
      parallelism = require("parallelism", limit, 1);
      return this;
    }

    /**
     * How many more attempts a target gets after a failure that may pass: no address, no
     * connection, a time limit, a probe that broke off. Other failures, refused host keys and
     * refused log-ins among them, are final at once.
     *
     * @throws IllegalArgumentException unless 0 to 10 000
     */
    public Builder retries(int limit) {
      retries = require("retries", limit, 0);
      return this;
    }

    /** How long to wait before an attempt is repeated; the wait takes no one else's turn. */
    public Builder backoff(Backoff newBackoff) {
      backoff = Objects.requireNonNull(newBackoff);
      return this;
    }

    /** What to spare. */
    public Builder pacing(Pacing newPacing) {
      pacing = Objects.requireNonNull(newPacing);
      return this;
    }

    /** Who is told what happens. */
    public Builder listener(FleetListener newListener) {
      listener = Objects.requireNonNull(newListener);
      return this;
    }

    /**
     * What runs the attempts, instead of threads of the run's own; on Java 24 and later, one of
     * virtual threads does well. At most {@code parallelism} tasks are handed to it at a time. The
     * run interrupts its tasks when it is cancelled, and does not shut the executor down.
     */
    public Builder executor(Executor newExecutor) {
      executor = Objects.requireNonNull(newExecutor);
      return this;
    }

    /** Where the run is written down, so that it can be resumed after a crash. */
    public Builder journal(RunJournal newJournal) {
      journal = Objects.requireNonNull(newJournal);
      return this;
    }

    /** Where the jitter of pauses comes from; used by the calling thread alone. */
    public Builder random(RandomGenerator source) {
      random = Objects.requireNonNull(source);
      return this;
    }

    /** The options. */
    public FleetOptions build() {
      return new FleetOptions(this);
    }

    private static int require(String name, int value, int least) {
      if (value < least || value > MANY) {
        throw new IllegalArgumentException(
            name + " must be " + least + " to " + MANY + ", not " + value);
      }
      return value;
    }
  }
}
