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
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Display implements WithDisplay {

  Display() {}

  /** Name such as {@code Color LCD} or {@code DELL U2414H}. */
  public abstract String name();

  /** Width in pixels, 1 or more. */
  public abstract OptionalInt widthPixels();

  /** Height in pixels, 1 or more. */
  public abstract OptionalInt heightPixels();

  /** Refresh rate in hertz, more than 0. */
  public abstract OptionalDouble refreshRateHz();

  /** Whether it is built into the Mac; empty where macOS does not tell. */
  public abstract Optional<Boolean> builtIn();

  /** Whether it holds the menu bar; empty where macOS does not tell. */
  public abstract Optional<Boolean> main();

  /** Vendor id such as {@code 0x10ac}. */
  public abstract Optional<String> vendorId();

  /** Product id such as {@code 0xa0a2}. */
  public abstract Optional<String> productId();

  /** Serial number as macOS tells it; empty where the display has none. */
  public abstract Optional<String> serialNumber();

  @Value.Check
  void check() {
    widthPixels().ifPresent(width -> Checks.atLeastOne("width_pixels", width));
    heightPixels().ifPresent(height -> Checks.atLeastOne("height_pixels", height));
    refreshRateHz().ifPresent(rate -> Checks.positive("refresh_rate_hz", rate));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Display}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableDisplay.Builder {
    Builder() {}
  }
}
