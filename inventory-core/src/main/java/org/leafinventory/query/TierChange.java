package org.leafinventory.query;

import java.util.Arrays;
import java.util.List;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;

/**
 * A tier that would be another under another policy.
 *
 * @param dimension what the machine is put in a tier by
 * @param before the tier under the one policy, and why
 * @param after the tier under the other, and why
 */
public record TierChange(TierDimension dimension, Reason before, Reason after) {

  /** The tiers of {@code inventory} that differ between two policies. */
  public static List<TierChange> between(
      TuningPolicy before, TuningPolicy after, HardwareInventory inventory) {
    TuningProfile one = before.decide(inventory);
    TuningProfile other = after.decide(inventory);
    return Arrays.stream(TierDimension.values())
        .map(it -> new TierChange(it, it.reason(one), it.reason(other)))
        .filter(change -> change.before.tier() != change.after.tier())
        .toList();
  }
}
