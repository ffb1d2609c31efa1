package org.leafinventory.testkit.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;

/**
 * What came of asking once.
 *
 * @param inventory what was answered; empty also if that was null
 * @param thrown what was thrown instead
 * @param interrupted whether the thread's interrupt flag was set afterwards
 */
record Attempt(
    Optional<HardwareInventory> inventory, Optional<Throwable> thrown, boolean interrupted) {

  /** Asks; the interrupt flag is clear afterwards. */
  static Attempt at(Collector collector, Target target) {
    @Nullable HardwareInventory inventory = null;
    @Nullable Throwable thrown = null;
    try {
      inventory = collector.collect(target);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    return new Attempt(
        Optional.ofNullable(inventory), Optional.ofNullable(thrown), Thread.interrupted());
  }

  Optional<CollectionException> failure() {
    return thrown
        .filter(CollectionException.class::isInstance)
        .map(CollectionException.class::cast);
  }

  /** What it was, for a message. */
  @Override
  public String toString() {
    return inventory
        .map(mac -> "the inventory of " + mac.hostName())
        .or(() -> thrown.map(Throwable::toString))
        .orElse("null");
  }
}
