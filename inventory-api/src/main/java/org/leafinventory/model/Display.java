package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A display that is attached and switched on.
 *
 * <p>Source: {@code SPDisplaysDataType}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDisplay.class)
@JsonDeserialize(as = ImmutableDisplay.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Display extends WithDisplay {
  /** Name such as {@code Color LCD} or {@code DELL U2414H}. */
  String name();

  /** Width in pixels. */
  OptionalInt widthPixels();

  /** Height in pixels. */
  OptionalInt heightPixels();

  /** Refresh rate in hertz. */
  OptionalDouble refreshRateHz();

  /** Whether it is built into the Mac; empty where macOS does not tell. */
  Optional<Boolean> builtIn();

  /** Whether it holds the menu bar; empty where macOS does not tell. */
  Optional<Boolean> main();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Display}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableDisplay.Builder {
    Builder() {}
  }
}
