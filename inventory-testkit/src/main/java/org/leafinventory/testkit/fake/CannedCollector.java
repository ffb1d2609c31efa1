package org.leafinventory.testkit.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;

/**
 * A collector that answers as it was told to, without asking any machine.
 *
 * <pre>{@code
 * CannedCollector macs =
 *     CannedCollector.builder()
 *         .answers(Target.ssh("studio"), inventory)
 *         .fails(Target.ssh("mini"), FailureKind.CONNECT, "nobody answers", "wake it up")
 *         .hangs(Target.ssh("sleepy"))
 *         .build();
 * }</pre>
 *
 * <p>It keeps the contract of a {@link Collector}; a target it was not told of is {@link
 * FailureKind#UNSUPPORTED}. Thread-safe.
 */
public final class CannedCollector implements Collector {

  /** What comes of asking one target. */
  @FunctionalInterface
  private interface Outcome {
    HardwareInventory get() throws InterruptedException;
  }

  private final Map<Target, Outcome> outcomes;
  private final List<Target> asked = new CopyOnWriteArrayList<>();

  private CannedCollector(Map<Target, Outcome> outcomes) {
    this.outcomes = new LinkedHashMap<>(outcomes);
  }

  /** A builder that knows no target. */
  public static Builder builder() {
    return new Builder();
  }

  /** Answers this target with this inventory, and knows no other. */
  public static CannedCollector answering(Target target, HardwareInventory inventory) {
    return builder().answers(target, inventory).build();
  }

  @Override
  public HardwareInventory collect(Target target) {
    asked.add(target);
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled(target);
    }
    Outcome outcome = outcomes.get(target);
    if (outcome == null) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "this collector was not told what to answer",
          "it knows " + outcomes.keySet());
    }
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(target);
    }
  }

  /** The targets it was asked for, in order. */
  public List<Target> asked() {
    return List.copyOf(asked);
  }

  /** The targets it knows. */
  @Override
  public String toString() {
    return "CannedCollector" + outcomes.keySet();
  }

  private static CollectionException cancelled(Target target) {
    return new CollectionException(
        target, FailureKind.CANCELLED, "the run was cancelled", "run it again");
  }

  /** Builds a {@link CannedCollector}; not thread-safe, reusable after {@link #build()}. */
  public static final class Builder {

    private final Map<Target, Outcome> outcomes = new LinkedHashMap<>();

    private Builder() {}

    /** This target answers with this inventory. */
    public Builder answers(Target target, HardwareInventory inventory) {
      outcomes.put(target, () -> inventory);
      return this;
    }

    /**
     * Asking this target fails.
     *
     * @param reason what went wrong, as a clause without a full stop
     * @param advice what to do about it, as a clause without a full stop
     */
    public Builder fails(Target target, FailureKind kind, String reason, String advice) {
      outcomes.put(
          target,
          () -> {
            throw new CollectionException(target, kind, reason, advice);
          });
      return this;
    }

    /** This target never answers: whoever asks waits until interrupted. */
    public Builder hangs(Target target) {
      outcomes.put(
          target,
          () -> {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts down");
          });
      return this;
    }

    /** The collector. */
    public CannedCollector build() {
      return new CannedCollector(outcomes);
    }
  }
}
