package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Which machine this is and what it runs. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableSystemInfo.class)
@JsonDeserialize(as = ImmutableSystemInfo.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface SystemInfo extends WithSystemInfo {
  /** The name under which the machine is filed: its local host name. */
  HostName hostname();

  /** The name its owner gave it, any text; empty where none is set. Source: {@code scutil}. */
  Optional<String> computerName();

  /** Model identifier such as {@code Mac14,14}. Source: {@code hw.model}. */
  Optional<String> model();

  /** Serial number; empty where the machine has none (some virtual machines). */
  Optional<String> serialNumber();

  /** The architecture of the processor itself, also when asked through Rosetta. */
  Architecture architecture();

  /** Darwin kernel release such as {@code 24.6.0}. Source: {@code uname -r}. */
  Optional<String> kernel();

  /** macOS version such as {@code 15.6.1}. Source: {@code sw_vers}. */
  Optional<String> macosVersion();

  /** macOS build such as {@code 24G90}. Source: {@code sw_vers}. */
  Optional<String> macosBuild();

  /**
   * Rapid Security Response such as {@code (a)}; empty where none is installed. Source: {@code
   * sw_vers}.
   */
  Optional<String> macosVersionExtra();

  /** Marketing name such as {@code Mac Studio}. Source: {@code SPHardwareDataType}. */
  Optional<String> modelName();

  /** Order number such as {@code Z180000AEBZ/A}; empty on older systems. */
  Optional<String> modelNumber();

  /** Hardware UUID (platform UUID). */
  Optional<String> hardwareUuid();

  /** Whether this is a virtual machine; empty where it could not be told. */
  Optional<Boolean> virtualMachine();

  /** When the machine was started, to the second. Source: {@code kern.boottime}. */
  Optional<Instant> bootTime();

  /** System firmware or boot ROM version. */
  Optional<String> firmwareVersion();

  /** Version of the OS loader; empty on Intel Macs. Source: {@code SPHardwareDataType}. */
  Optional<String> osLoaderVersion();

  /** Whether Rosetta is installed, so that x86-64 programs run; empty on Intel Macs. */
  Optional<Boolean> rosettaInstalled();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SystemInfo}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableSystemInfo.Builder {
    Builder() {}
  }
}
