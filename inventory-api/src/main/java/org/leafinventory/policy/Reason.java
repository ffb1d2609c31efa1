package org.leafinventory.policy;

import java.util.Locale;

/**
 * Why a tuned value is what it is: the fact that was looked at, what it was, the rule that applied
 * and the tier that followed.
 *
 * @param fact the fact by its JSON path, such as {@code hardware.cpu_cores}, or the name of what
 *     was computed, such as {@code internal storage}
 * @param observed the fact of this machine, for people: {@code 24 cores}
 * @param rule the rule that applied, for people: {@code >= 16 cores}
 * @param tier the tier that followed
 * @param policy the name of the policy that decided
 */
public record Reason(String fact, String observed, String rule, Tier tier, String policy) {

  /** One line for people: {@code hardware.cpu_cores is 24 cores, >= 16 cores: high (standard)}. */
  @Override
  public String toString() {
    return fact
        + " is "
        + observed
        + ", "
        + rule
        + ": "
        + tier.name().toLowerCase(Locale.ROOT)
        + " ("
        + policy
        + ")";
  }
}
