package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Thunderbolt or USB4 bus with what hangs on it.
 *
 * <p>Source: {@code SPThunderboltDataType}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableThunderboltBus.class)
@JsonDeserialize(as = ImmutableThunderboltBus.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface ThunderboltBus extends WithThunderboltBus {
  /** Name such as {@code thunderboltusb4_bus_3}. */
  String name();

  /** Speed of its receptacle as macOS words it, such as {@code Up to 40 Gb/s}. */
  Optional<String> speed();

  /** Attached devices, those behind others included, in the order told. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<ThunderboltDevice> devices();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ThunderboltBus}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableThunderboltBus.Builder {
    Builder() {}
  }
}
