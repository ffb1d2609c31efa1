package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A memory module or, on Apple silicon, the memory of the package.
 *
 * <p>Source: {@code SPMemoryDataType}. Empty slots are left out.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableMemoryModule.class)
@JsonDeserialize(as = ImmutableMemoryModule.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface MemoryModule extends WithMemoryModule {
  /** Slot such as {@code BANK 0/ChannelA-DIMM0}; empty where the memory is part of the chip. */
  Optional<String> slot();

  /** Capacity. */
  Optional<ByteSize> size();

  /** Type such as {@code LPDDR5}. */
  Optional<String> type();

  /** Speed as macOS words it, such as {@code 2667 MHz}. */
  Optional<String> speed();

  /** Manufacturer as the module names it. */
  Optional<String> manufacturer();

  /** Part number as the module names it. */
  Optional<String> partNumber();

  /** Serial number as the module names it. */
  Optional<String> serialNumber();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MemoryModule}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableMemoryModule.Builder {
    Builder() {}
  }
}
