package org.leafinventory.probe;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What one command of the probe answered.
 *
 * <p>Immutable, compared by value, thread-safe.
 */
@Value.Immutable
@ProbeStyle
public interface ProbeResult extends WithProbeResult {

  /** Exit status by which a shell says that there is no such command. */
  int NOT_FOUND = 127;

  /** Which probe: {@code sysctl}, {@code SPHardwareDataType}, {@code diskutil-info-disk0}. */
  String id();

  /** The command as it was run, for people. */
  String command();

  /** How it ended. */
  Outcome outcome();

  /** Exit status; empty unless the command {@link Outcome#EXITED}. */
  OptionalInt exitStatus();

  /** How long it took, in whole seconds; empty where the remote shell has no clock. */
  Optional<Duration> duration();

  /** Standard output. */
  @Value.Default
  default Bytes stdout() {
    return Bytes.EMPTY;
  }

  /** Standard error; noise here is no failure. */
  @Value.Default
  default Bytes stderr() {
    return Bytes.EMPTY;
  }

  /** Whether the machine has no such command. */
  default boolean isMissingTool() {
    return exitStatus().isPresent() && exitStatus().getAsInt() == NOT_FOUND;
  }

  /** Whether it ended with exit status 0. */
  default boolean isSuccess() {
    return exitStatus().isPresent() && exitStatus().getAsInt() == 0;
  }

  /** How a command ended. */
  enum Outcome {
    /** By itself, with an exit status. */
    EXITED,
    /** It was ended at its time limit. */
    TIMED_OUT,
    /** Its output was cut off at the cap. */
    TRUNCATED
  }

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProbeResult}; not thread-safe. */
  class Builder extends ImmutableProbeResult.Builder {
    Builder() {}
  }
}
