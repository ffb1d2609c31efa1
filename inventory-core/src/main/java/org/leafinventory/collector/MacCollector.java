package org.leafinventory.collector;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.FrameReader;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;
import org.leafinventory.probe.macos.MacProbe;

/**
 * Collects from Macs over any {@link Transport}: runs the probe script, takes its output apart and
 * interprets it.
 *
 * <p>Immutable and thread-safe if its transport is.
 */
public final class MacCollector implements Collector {

  private final Transport transport;
  private final Duration probeTimeout;
  private final Clock clock;
  private final Supplier<String> nonces;

  private MacCollector(Builder builder) {
    this.transport = Objects.requireNonNull(builder.transport, "a MacCollector needs a transport");
    this.probeTimeout = builder.probeTimeout;
    this.clock = builder.clock;
    this.nonces = builder.nonces;
  }

  /** A builder; only the transport is required. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public HardwareInventory collect(Target target) {
    return Interpretation.of(target, record(target));
  }

  @Override
  public String entryPoint(Target target) {
    return transport.entryPoint(target);
  }

  /**
   * Asks {@code target} and keeps what it says, without interpreting it.
   *
   * @throws CollectionException if it could not be asked, or its answer broke off
   */
  public Recording record(Target target) {
    MacProbe probe = MacProbe.script(nonces.get(), probeTimeout);
    Instant askedAt = clock.instant();
    Transcript transcript = transport.run(target, probe.text());
    FrameReader.Frames frames = FrameReader.read(transcript.stdout(), probe.mark());
    if (!frames.begun()) {
      throw new CollectionException(
          target,
          FailureKind.COMMAND,
          "the probe did not start" + told(transcript),
          "check that the user may run commands there: ssh HOST /bin/sh");
    }
    if (!frames.complete()) {
      throw new CollectionException(
          target,
          FailureKind.COMMAND,
          "the probe broke off after " + frames.probes().size() + " answers" + told(transcript),
          "try again; if it happens again, look at the machine's log");
    }
    return Recording.builder().recordedAt(askedAt).target(target).probes(frames.probes()).build();
  }

  private static String told(Transcript transcript) {
    String status =
        transcript.exitStatus().isPresent()
            ? " (exit status " + transcript.exitStatus().getAsInt() + ")"
            : "";
    String error = Printable.line(transcript.stderr().text().strip());
    return status + (error.isEmpty() ? "" : ", the machine said: " + error);
  }

  /**
   * Builds a {@link MacCollector}; not thread-safe.
   *
   * <ul>
   *   <li>probe timeout: 20 s for each command of the probe
   *   <li>clock: the system's, in UTC
   * </ul>
   */
  public static final class Builder {

    private static final int NONCE_BITS = 128;

    private @Nullable Transport transport;
    private Duration probeTimeout = MacProbe.DEFAULT_LIMIT;
    private Clock clock = Clock.systemUTC();
    private Supplier<String> nonces = randomNonces();

    private Builder() {}

    /** How scripts reach a machine. Required. */
    public Builder transport(Transport newTransport) {
      transport = newTransport;
      return this;
    }

    /**
     * How long one command of the probe may take, in whole seconds.
     *
     * @throws IllegalArgumentException if it is less than one second
     */
    public Builder probeTimeout(Duration limit) {
      if (limit.toSeconds() < 1) {
        throw new IllegalArgumentException("a probe needs at least one second: " + limit);
      }
      probeTimeout = limit;
      return this;
    }

    /** Tells when a machine was asked. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** Where the marks of runs come from: letters and digits that nobody can guess. */
    public Builder nonces(Supplier<String> source) {
      nonces = source;
      return this;
    }

    /**
     * The collector.
     *
     * @throws NullPointerException if there is no transport
     */
    public MacCollector build() {
      return new MacCollector(this);
    }

    private static Supplier<String> randomNonces() {
      SecureRandom random = new SecureRandom();
      return () -> new BigInteger(NONCE_BITS, random).toString(Character.MAX_RADIX);
    }
  }
}
