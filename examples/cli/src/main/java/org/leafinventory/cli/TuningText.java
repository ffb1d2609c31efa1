package org.leafinventory.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.NatsSize;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;

/** Tuned values in words for people. */
final class TuningText {

  private TuningText() {}

  static String value(@Nullable Tuned<?> tuned) {
    if (tuned == null) {
      return "-";
    }
    return tuned.value() instanceof ByteSize size
        ? NatsSize.format(size)
        : String.valueOf(tuned.value());
  }

  static String tier(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
