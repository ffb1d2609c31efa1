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
 * A mounted or mountable file system.
 *
 * <p>Source: {@code SPStorageDataType} and {@code diskutil apfs list}. Volumes of one APFS
 * container share its space: sizes of volumes never add up to a disk.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableVolume.class)
@JsonDeserialize(as = ImmutableVolume.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Volume extends WithVolume {
  /** BSD device name such as {@code disk3s5}. */
  String device();

  /** Volume name, any text. */
  Optional<String> name();

  /** Where it is mounted; empty if it is not. */
  Optional<String> mountPoint();

  /** File system such as {@code APFS}. */
  Optional<String> fileSystem();

  /** Capacity; of an APFS volume, that of its container. */
  Optional<ByteSize> size();

  /** Free space; of an APFS volume, that of its container. */
  Optional<ByteSize> free();

  /** Whether FileVault or another encryption covers it; empty where macOS does not tell. */
  Optional<Boolean> encrypted();

  /** Whether FileVault protects an APFS volume: its key needs a password of a user. */
  Optional<Boolean> filevault();

  /** Whether an encrypted volume is locked: its content cannot be read. */
  Optional<Boolean> locked();

  /** Whether it is mounted for writing; empty if it is not mounted. */
  Optional<Boolean> writable();

  /**
   * Roles of an APFS volume: {@code System}, {@code Data}, {@code Preboot}, {@code Recovery},
   * {@code VM}, …
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  List<String> roles();

  /** The APFS container that holds it, such as {@code disk3}. */
  Optional<String> container();

  /** Space that this volume alone takes; empty where macOS does not tell. */
  Optional<ByteSize> used();

  /** Volume UUID. */
  Optional<String> uuid();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Volume}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableVolume.Builder {
    Builder() {}
  }
}
