package org.leafinventory.policy;

import java.util.function.UnaryOperator;

/**
 * A tuned value with the reason it has that value.
 *
 * @param value the value
 * @param reason why
 */
public record Tuned<T>(T value, Reason reason) {

  /** Another value, decided for another reason. */
  public Tuned<T> replacedBy(T newValue, Reason newReason) {
    return new Tuned<>(newValue, newReason);
  }

  /** The value changed by {@code change}, for {@code newReason}; the same if nothing changes. */
  public Tuned<T> map(UnaryOperator<T> change, Reason newReason) {
    T changed = change.apply(value);
    return changed.equals(value) ? this : new Tuned<>(changed, newReason);
  }
}
