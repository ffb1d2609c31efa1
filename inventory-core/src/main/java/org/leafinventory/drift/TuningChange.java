package org.leafinventory.drift;

import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/**
 * A tuned value that a drift changes. Immutable.
 *
 * @param name the name of the value, as in {@link TuningProfile#values()}: {@code nix_max_jobs}
 * @param before the value of the earlier inventory, with its reason
 * @param after the value of the later inventory, with its reason
 */
public record TuningChange(String name, Tuned<?> before, Tuned<?> after) {

  /** One line for people: {@code nix_max_jobs: 8 -> 16}. */
  @Override
  public String toString() {
    return name + ": " + before.value() + " -> " + after.value();
  }
}
