package org.leafinventory.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.leafinventory.collect.Target;

/**
 * Everything a machine said when it was asked.
 *
 * <p>Interpreting a recording is a pure function: collecting now and interpreting later give the
 * same inventory. Immutable, compared by value, thread-safe.
 */
@Value.Immutable
@ProbeStyle
public interface Recording extends WithRecording {

  /** When the machine was asked. */
  Instant recordedAt();

  /** What was asked, for people: no inventory depends on it. */
  Optional<Target> target();

  /** The answers, in the order of the probe. */
  List<ProbeResult> probes();

  /** The answer of the probe {@code id}; empty if it was not asked. */
  default Optional<ProbeResult> probe(String id) {
    return probes().stream().filter(probe -> probe.id().equals(id)).findFirst();
  }

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Recording}; not thread-safe. */
  class Builder extends ImmutableRecording.Builder {
    Builder() {}
  }
}
