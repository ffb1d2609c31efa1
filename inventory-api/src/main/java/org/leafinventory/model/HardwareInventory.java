package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Everything that is known of one Mac at one moment.
 *
 * <p>Immutable, compared by value, safe to share between threads. What the machine did not tell is
 * absent; what should have been there and could not be read has an {@link Issue}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableHardwareInventory.class)
@JsonDeserialize(as = ImmutableHardwareInventory.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder("schema_version")
public abstract class HardwareInventory implements WithHardwareInventory {

  /** The version of the JSON that this model is. */
  public static final int SCHEMA_VERSION = 1;

  HardwareInventory() {}

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  int schemaVersion() {
    return SCHEMA_VERSION;
  }

  /** Which machine this is and what it runs. */
  public abstract SystemInfo systemInfo();

  /** Processor, memory and graphics. */
  public abstract Hardware hardware();

  /** Physical whole disks, internal and external, by device. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public abstract List<Disk> disks();

  /** File systems. */
  public abstract List<Volume> volumes();

  /** Memory modules; empty slots are left out. */
  public abstract List<MemoryModule> memoryModules();

  /** Network interfaces with a hardware port. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public abstract List<NetworkInterface> networkInterfaces();

  /** Attached displays. */
  public abstract List<Display> displays();

  /** How it is powered; empty where it could not be read. */
  public abstract Optional<Power> power();

  /** What protects it; empty where nothing could be read. */
  public abstract Optional<Security> security();

  /** Thunderbolt and USB4 buses. */
  public abstract List<ThunderboltBus> thunderbolt();

  /** USB devices. */
  public abstract List<UsbDevice> usb();

  /** What could not be read, and what sources disagree about. */
  public abstract List<Issue> issues();

  /** The sections of {@code system_profiler} as answered, less personal keys. */
  @Value.Default
  public SystemProfiler systemProfiler() {
    return SystemProfiler.EMPTY;
  }

  /** When the machine was asked, to the second. */
  public abstract Instant extractedAt();

  /**
   * How long the machine had been running when it was asked, in whole seconds; empty where it did
   * not tell when it was started, or told a time to come. Derived from {@link
   * SystemInfo#bootTime()}.
   */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public OptionalLong uptimeSeconds() {
    return systemInfo()
        .bootTime()
        .filter(boot -> !boot.isAfter(extractedAt()))
        .map(boot -> OptionalLong.of(Duration.between(boot, extractedAt()).toSeconds()))
        .orElseGet(OptionalLong::empty);
  }

  /** The name under which the machine is filed. */
  public HostName hostName() {
    return systemInfo().hostname();
  }

  /**
   * The machine's own storage: the sum of its internal, physical, non-virtual whole disks. Nothing
   * where it has none or none is known; see {@link #issues()} for which.
   */
  public ByteSize internalStorage() {
    return disks().stream()
        .filter(Disk::countsAsStorage)
        .map(Disk::size)
        .reduce(ByteSize.ZERO, ByteSize::plus);
  }

  @Value.Check
  HardwareInventory normalize() {
    // Files hold whole seconds; a value must equal what is read back.
    Instant seconds = extractedAt().truncatedTo(ChronoUnit.SECONDS);
    return seconds.equals(extractedAt()) ? this : withExtractedAt(seconds);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link HardwareInventory}; not thread-safe, reusable after {@code build()}. */
  public static class Builder extends ImmutableHardwareInventory.Builder {
    Builder() {}
  }
}
