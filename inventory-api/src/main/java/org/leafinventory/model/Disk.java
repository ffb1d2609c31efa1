package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A physical whole disk: neither a partition, nor a synthesized APFS container, nor a RAID set.
 *
 * <p>Source: {@code diskutil}; cross-checked with {@code system_profiler}.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableDisk.class)
@JsonDeserialize(as = ImmutableDisk.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Disk extends WithDisk {
  /** BSD device name such as {@code disk0}. */
  String device();

  /** Capacity. */
  ByteSize size();

  /** Partition scheme such as {@code GUID_partition_scheme}; empty on a blank disk. */
  Optional<String> content();

  /** Whether the disk is built in; empty where macOS does not tell. */
  Optional<Boolean> internal();

  /** How it is attached: {@code Apple Fabric}, {@code PCI-Express}, {@code USB}, {@code SATA}, … */
  Optional<String> protocol();

  /** Model name such as {@code APPLE SSD AP2048Z}. */
  Optional<String> model();

  /** Kind of storage; empty where macOS does not tell. */
  Optional<Medium> medium();

  /** Whether medium or disk can be taken out; empty where macOS does not tell. */
  Optional<Boolean> removable();

  /** Whether it is a virtual disk, such as a disk image; empty where macOS does not tell. */
  Optional<Boolean> virtual();

  /** SMART status as macOS words it: {@code Verified}, {@code Failing}, {@code Not Supported}. */
  Optional<String> smartStatus();

  /** Serial number of the drive. Source: {@code SPNVMeDataType}, {@code SPSerialATADataType}. */
  Optional<String> serialNumber();

  /** Firmware revision of the drive. Source: as {@link #serialNumber()}. */
  Optional<String> firmwareVersion();

  /** Whether TRIM is in use; empty where macOS does not tell. */
  Optional<Boolean> trimEnabled();

  /**
   * Whether this disk counts as the machine's own storage: internal and not virtual. A disk that
   * does not say whether it is internal does not count.
   */
  default boolean countsAsStorage() {
    return internal().orElse(false) && !virtual().orElse(false);
  }

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Disk}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableDisk.Builder {
    Builder() {}
  }
}
