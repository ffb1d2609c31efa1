package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A built-in battery.
 *
 * <p>Source: {@code SPPowerDataType}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableBattery.class)
@JsonDeserialize(as = ImmutableBattery.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Battery extends WithBattery {
  /** Charge in percent, 0 to 100. */
  OptionalInt chargePercent();

  /** Whether it is charging. */
  Optional<Boolean> charging();

  /** Charge cycles so far. */
  OptionalInt cycleCount();

  /** Condition as macOS words it: {@code Good}, {@code Normal}, {@code Service Recommended}. */
  Optional<String> condition();

  /** Capacity left when full, in percent of that when new. */
  OptionalInt maximumCapacityPercent();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Battery}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableBattery.Builder {
    Builder() {}
  }
}
