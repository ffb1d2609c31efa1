package org.leafinventory.policy;

import java.util.function.BiFunction;
import org.leafinventory.model.HardwareInventory;

/**
 * Decides how a machine is tuned.
 *
 * <p>The contract: a pure function. It is total (every inventory gets a profile), its answer
 * depends on the inventory alone, it has no side effects, and it may be called from several threads
 * at once.
 */
@FunctionalInterface
public interface TuningPolicy {

  /** The profile of {@code inventory}. */
  TuningProfile decide(HardwareInventory inventory);

  /**
   * This policy, then {@code adjustment} on its result: how a special rule is laid over a general
   * one.
   */
  default TuningPolicy andThen(
      BiFunction<HardwareInventory, TuningProfile, TuningProfile> adjustment) {
    return inventory -> adjustment.apply(inventory, decide(inventory));
  }
}
