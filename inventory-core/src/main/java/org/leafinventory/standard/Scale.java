package org.leafinventory.standard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;

/**
 * One line of the table: two thresholds on a fact, and a value for each of the three tiers they
 * make. Immutable.
 *
 * @param <F> what is measured
 * @param <V> what follows
 */
final class Scale<F extends Comparable<F>, V> {

  private final String fact;
  private final Function<F, String> unit;
  private final F medium;
  private final F high;
  private final Map<Tier, V> values;

  private Scale(String fact, Function<F, String> unit, F medium, F high, Map<Tier, V> values) {
    this.fact = fact;
    this.unit = unit;
    this.medium = medium;
    this.high = high;
    this.values = values;
  }

  /** A scale; {@code unit} puts an amount in words, exactly. */
  static <F extends Comparable<F>, V> Scale<F, V> of(
      String fact, Function<F, String> unit, F medium, F high, Map<Tier, V> values) {
    return new Scale<>(fact, unit, medium, high, Map.copyOf(values));
  }

  Scale<F, V> withThresholds(F newMedium, F newHigh) {
    if (newHigh.compareTo(newMedium) <= 0) {
      throw new IllegalArgumentException(
          fact
              + ": the high threshold must be above the medium one: "
              + unit.apply(newHigh)
              + " is not above "
              + unit.apply(newMedium));
    }
    return new Scale<>(fact, unit, newMedium, newHigh, values);
  }

  Scale<F, V> withValue(Tier tier, V value) {
    Map<Tier, V> changed = new EnumMap<>(values);
    changed.put(tier, value);
    return new Scale<>(fact, unit, medium, high, changed);
  }

  /** What {@code observed} leads to. */
  Decision<V> decide(F observed, String policy) {
    Tier tier = tierOf(observed);
    Reason reason = new Reason(fact, unit.apply(observed), ruleOf(tier), tier, policy);
    // Every scale is made with a value for each tier, and none is ever taken away.
    return new Decision<>(Objects.requireNonNull(values.get(tier)), reason);
  }

  private Tier tierOf(F observed) {
    if (observed.compareTo(high) >= 0) {
      return Tier.HIGH;
    }
    return observed.compareTo(medium) >= 0 ? Tier.MEDIUM : Tier.LOW;
  }

  private String ruleOf(Tier tier) {
    return switch (tier) {
      case HIGH -> ">= " + unit.apply(high);
      case MEDIUM -> ">= " + unit.apply(medium) + " and < " + unit.apply(high);
      case LOW -> "< " + unit.apply(medium);
    };
  }

  /** The values of one tier, and why that tier. */
  record Decision<V>(V values, Reason reason) {

    <T> Tuned<T> tuned(Function<V, T> part) {
      return new Tuned<>(part.apply(values), reason);
    }
  }
}
