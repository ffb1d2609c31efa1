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
 * How the machine is powered.
 *
 * <p>Source: {@code SPPowerDataType}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePower.class)
@JsonDeserialize(as = ImmutablePower.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Power implements WithPower {

  Power() {}

  /** Whether it runs on mains power; empty where macOS does not tell. */
  public abstract Optional<Boolean> acConnected();

  /** The built-in battery; empty on a desktop Mac. */
  public abstract Optional<Battery> battery();

  /** Whether an uninterruptible power supply is attached; empty where macOS does not tell. */
  public abstract Optional<Boolean> upsInstalled();

  /** What the attached power adapter can deliver, in watts, 1 or more. */
  public abstract OptionalInt chargerWatts();

  @Value.Check
  void check() {
    chargerWatts().ifPresent(watts -> Checks.atLeastOne("charger_watts", watts));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Power}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutablePower.Builder {
    Builder() {}
  }
}
