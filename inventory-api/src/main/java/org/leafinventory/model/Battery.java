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
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Battery implements WithBattery {

  Battery() {}

  /** Charge in percent, 0 to 100. */
  public abstract OptionalInt chargePercent();

  /** Whether it is charging. */
  public abstract Optional<Boolean> charging();

  /** Charge cycles so far, 0 or more. */
  public abstract OptionalInt cycleCount();

  /** Condition as macOS words it: {@code Good}, {@code Normal}, {@code Service Recommended}. */
  public abstract Optional<String> condition();

  /** Capacity left when full, in percent of that when new, 0 or more. */
  public abstract OptionalInt maximumCapacityPercent();

  /** Whether it is full. */
  public abstract Optional<Boolean> fullyCharged();

  /** Serial number of the battery. */
  public abstract Optional<String> serialNumber();

  @Value.Check
  void check() {
    chargePercent().ifPresent(charge -> Checks.percent("charge_percent", charge));
    cycleCount().ifPresent(cycles -> Checks.notNegative("cycle_count", cycles));
    maximumCapacityPercent()
        .ifPresent(capacity -> Checks.notNegative("maximum_capacity_percent", capacity));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Battery}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableBattery.Builder {
    Builder() {}
  }
}
