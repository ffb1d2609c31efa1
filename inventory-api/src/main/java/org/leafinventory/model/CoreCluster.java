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
 * A group of like processor cores, such as the performance cores of an Apple chip.
 *
 * <p>Source: {@code hw.perflevelN.*} of {@code sysctl}, in the order of the levels (fastest first).
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCoreCluster.class)
@JsonDeserialize(as = ImmutableCoreCluster.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class CoreCluster implements WithCoreCluster {

  CoreCluster() {}

  /**
   * What macOS calls the level: {@code Performance}, {@code Efficiency}, {@code Super}; may be
   * untold.
   */
  public abstract Optional<String> name();

  /** Physical cores, 0 or more. */
  public abstract int cores();

  /** Logical cores; empty where macOS does not tell. */
  public abstract OptionalInt threads();

  @Value.Check
  void check() {
    Checks.notNegative("cores of " + label(), cores());
    threads().ifPresent(threads -> Checks.notNegative("threads of " + label(), threads));
  }

  private String label() {
    return name().orElse("a core cluster");
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CoreCluster}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableCoreCluster.Builder {
    Builder() {}
  }
}
