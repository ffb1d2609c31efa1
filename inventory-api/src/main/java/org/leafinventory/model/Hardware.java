package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Processor, memory and graphics. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableHardware.class)
@JsonDeserialize(as = ImmutableHardware.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"cpu_type", "cpu_cores", "cpu_threads", "memory_gb", "memory_bytes"})
public abstract class Hardware implements WithHardware {

  Hardware() {}

  /** Processor name such as {@code Apple M2 Ultra}; empty in some virtual machines. */
  public abstract Optional<String> cpuType();

  /** Physical cores, 1 or more. Source: {@code hw.physicalcpu}. */
  public abstract int cpuCores();

  /** Logical cores, 1 or more. Source: {@code hw.logicalcpu}. */
  public abstract OptionalInt cpuThreads();

  /** Processors, 1 or more. Source: {@code hw.packages}. */
  public abstract OptionalInt cpuPackages();

  /**
   * Nominal clock rate in hertz, 1 or more; empty on Apple silicon, which does not tell it. Source:
   * {@code hw.cpufrequency}.
   */
  public abstract OptionalLong cpuFrequencyHz();

  /**
   * Main memory in whole binary gibibytes, rounded down: what people call "a 64 GB Mac". Derived
   * from {@link #memoryBytes()}.
   */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long memoryGb() {
    return memoryBytes().wholeGibibytes();
  }

  /** Main memory, more than nothing. Source: {@code hw.memsize}. */
  public abstract ByteSize memoryBytes();

  /** Kinds of cores, fastest first; empty where all are alike or macOS does not tell. */
  public abstract List<CoreCluster> coreClusters();

  /** Graphics processors. */
  public abstract List<Gpu> gpus();

  /** Cores of the neural engine, 1 or more; empty where there is none or macOS does not tell. */
  public abstract OptionalInt neuralEngineCores();

  @Value.Check
  void check() {
    Checks.atLeastOne("cpu_cores", cpuCores());
    cpuThreads().ifPresent(threads -> Checks.atLeastOne("cpu_threads", threads));
    cpuPackages().ifPresent(packages -> Checks.atLeastOne("cpu_packages", packages));
    cpuFrequencyHz().ifPresent(rate -> Checks.atLeastOne("cpu_frequency_hz", rate));
    neuralEngineCores().ifPresent(cores -> Checks.atLeastOne("neural_engine_cores", cores));
    if (memoryBytes().equals(ByteSize.ZERO)) {
      throw new IllegalArgumentException("memory_bytes must be at least 1: 0");
    }
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Hardware}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableHardware.Builder {
    Builder() {}
  }
}
