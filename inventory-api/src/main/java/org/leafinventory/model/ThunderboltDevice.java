package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A device on a Thunderbolt bus. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableThunderboltDevice.class)
@JsonDeserialize(as = ImmutableThunderboltDevice.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ThunderboltDevice extends WithThunderboltDevice {
  /** Product name. */
  String name();

  /** Vendor name. */
  Optional<String> vendor();

  /** Negotiated speed as macOS words it, such as {@code 80 Gb/s}. */
  Optional<String> speed();

  /** Protocol as macOS words it, such as {@code usb_four_v2}. */
  Optional<String> mode();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ThunderboltDevice}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableThunderboltDevice.Builder {
    Builder() {}
  }
}
