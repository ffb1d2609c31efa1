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
 * A graphics processor.
 *
 * <p>Source: {@code SPDisplaysDataType}; core counts of Apple chips also from {@code ioreg}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableGpu.class)
@JsonDeserialize(as = ImmutableGpu.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Gpu implements WithGpu {

  Gpu() {}

  /** The model name: {@code Apple M2 Ultra}, {@code AMD Radeon Pro 5500M}. */
  public abstract String model();

  /** Graphics cores, 1 or more; empty where macOS does not tell (Intel and AMD graphics). */
  public abstract OptionalInt cores();

  /** Dedicated video memory; empty where the graphics share main memory. */
  public abstract Optional<ByteSize> vramBytes();

  /** Metal support as macOS words it, such as {@code Metal 3}; empty where it is not told. */
  public abstract Optional<String> metal();

  /** Vendor: {@code Apple}, {@code AMD}, {@code Intel}, {@code NVIDIA}. */
  public abstract Optional<String> vendor();

  @Value.Check
  void check() {
    cores().ifPresent(cores -> Checks.atLeastOne("cores", cores));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Gpu}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableGpu.Builder {
    Builder() {}
  }
}
