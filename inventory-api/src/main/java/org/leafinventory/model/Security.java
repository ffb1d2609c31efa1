package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** What protects the machine, as far as it tells without administrator rights. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableSecurity.class)
@JsonDeserialize(as = ImmutableSecurity.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Security extends WithSecurity {
  /** Whether System Integrity Protection is on. Source: {@code csrutil status}. */
  Optional<Boolean> sipEnabled();

  /** Whether FileVault is on. Source: {@code fdesetup status}. */
  Optional<Boolean> filevaultEnabled();

  /** Whether Activation Lock is on. Source: {@code SPHardwareDataType}. */
  Optional<Boolean> activationLockEnabled();

  /** Secure-boot level as macOS words it. Source: {@code SPiBridgeDataType}. */
  Optional<String> secureBoot();

  /**
   * Security chip of an Intel Mac, such as {@code Apple T2 Security Chip}; empty on Apple silicon,
   * where it is part of the processor. Source: {@code SPiBridgeDataType}.
   */
  Optional<String> securityChip();

  /** Whether it is enrolled in device management (MDM). Source: {@code profiles status}. */
  Optional<Boolean> mdmEnrolled();

  /** Whether the enrolment was approved by a user; empty where it is not enrolled. */
  Optional<Boolean> mdmUserApproved();

  /** Whether it was enrolled by Automated Device Enrollment, formerly DEP. */
  Optional<Boolean> automatedEnrollment();

  /** Whether Gatekeeper assesses programs. Source: {@code spctl --status}. */
  Optional<Boolean> gatekeeperEnabled();

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Security}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableSecurity.Builder {
    Builder() {}
  }
}
