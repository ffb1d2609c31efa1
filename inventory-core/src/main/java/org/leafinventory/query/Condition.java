package org.leafinventory.query;

import java.util.function.Predicate;
import org.leafinventory.model.HardwareInventory;

/**
 * What an inventory may meet or not. {@link Conditions} has those that are asked for most; a lambda
 * is one too.
 *
 * <p>The contract: its answer depends on the inventory alone, and it may be asked from several
 * threads at once. A fact that an inventory lacks meets no condition on it, so that {@code
 * model("Mac14").negate()} holds where the model is not known.
 */
@FunctionalInterface
public interface Condition extends Predicate<HardwareInventory> {

  /** Both this and {@code other}. */
  default Condition and(Condition other) {
    return inventory -> test(inventory) && other.test(inventory);
  }

  /** This or {@code other}, or both. */
  default Condition or(Condition other) {
    return inventory -> test(inventory) || other.test(inventory);
  }

  /** Not this. */
  @Override
  default Condition negate() {
    return inventory -> !test(inventory);
  }
}
