package org.leafinventory.testkit.assertion;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/**
 * Assertions on a profile; begin with {@link LeafAssertions}. Values go by the names of {@link
 * TuningProfile#values()}, such as {@code nix_max_jobs}. Not thread-safe.
 */
public final class TuningProfileAssert extends AbstractAssert<TuningProfileAssert, TuningProfile> {

  TuningProfileAssert(@Nullable TuningProfile actual) {
    super(actual, TuningProfileAssert.class);
  }

  /** The value of this name is {@code expected}. */
  public TuningProfileAssert hasValue(String name, Object expected) {
    Object value = tuned(name).value();
    return value.equals(expected) ? this : fail(name, "be " + expected, String.valueOf(value));
  }

  /** The value of this name follows from this tier. */
  public TuningProfileAssert hasTier(String name, Tier expected) {
    Tier tier = tuned(name).reason().tier();
    return tier == expected ? this : fail(name, "be of the tier " + expected, tier.toString());
  }

  /** The value of this name was decided by this policy. */
  public TuningProfileAssert isDecidedBy(String name, String policy) {
    String by = tuned(name).reason().policy();
    return by.equals(policy) ? this : fail(name, "be decided by " + policy, "decided by " + by);
  }

  /** The value of this name follows from this fact, such as {@code hardware.cpu_cores}. */
  public TuningProfileAssert followsFrom(String name, String fact) {
    String from = tuned(name).reason().fact();
    return from.equals(fact) ? this : fail(name, "follow from " + fact, "from " + from);
  }

  /** The value of this name has exactly this reason. */
  public TuningProfileAssert hasReason(String name, Reason expected) {
    Reason reason = tuned(name).reason();
    return reason.equals(expected)
        ? this
        : fail(name, "have the reason%n    ".formatted() + expected, "another one");
  }

  private TuningProfileAssert fail(String name, String expected, String had) {
    throw failure(
        "%nExpected %s to%n  %s%nbut it is%n  %s%nbecause%n  %s%n",
        name, expected, had, tuned(name).reason());
  }

  private Tuned<?> tuned(String name) {
    isNotNull();
    Tuned<?> tuned = actual.values().get(name);
    if (tuned == null) {
      throw failure(
          "%nA profile has no value named%n  %s%nbut these:%n  %s%n",
          name, actual.values().keySet());
    }
    return tuned;
  }
}
