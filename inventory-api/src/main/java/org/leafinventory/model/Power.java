package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
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
public interface Power extends WithPower {
  /** Whether it runs on mains power; empty where macOS does not tell. */
  Optional<Boolean> acConnected();

  /** The built-in battery; empty on a desktop Mac. */
  Optional<Battery> battery();

  /** Whether an uninterruptible power supply is attached; empty where macOS does not tell. */
  Optional<Boolean> upsInstalled();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Power}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutablePower.Builder {
    Builder() {}
  }
}
