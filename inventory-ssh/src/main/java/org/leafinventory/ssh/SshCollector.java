package org.leafinventory.ssh;

import java.time.Clock;
import java.time.Duration;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.MacCollector;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacProbe;

/**
 * Collects from Macs over SSH: one connection and one command for each, nothing written on the Mac.
 *
 * <pre>{@code
 * Collector macs = SshCollector.over(SshTransport.builder().user("admin").identity(key).build());
 * HardwareInventory mac = macs.collect(Target.parse("10.1.1.10"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class SshCollector implements Collector {

  private final SshTransport transport;
  private final Duration probeTimeout;
  private final Clock clock;
  private final MacCollector macs;

  private SshCollector(SshTransport transport, Duration probeTimeout, Clock clock) {
    this.transport = transport;
    this.probeTimeout = probeTimeout;
    this.clock = clock;
    this.macs =
        MacCollector.builder().transport(transport).probeTimeout(probeTimeout).clock(clock).build();
  }

  /**
   * Over the SSH set-up that is there: {@code ~/.ssh/config} with its jump hosts, the agent, the
   * keys in {@code ~/.ssh} and the known_hosts files; with the usual limits.
   */
  public static SshCollector withDefaults() {
    return over(SshTransport.builder().build());
  }

  /** Over a transport that was set up to taste. */
  public static SshCollector over(SshTransport transport) {
    return new SshCollector(transport, MacProbe.DEFAULT_LIMIT, Clock.systemUTC());
  }

  /**
   * The same collector, but with this limit for each command on the Mac, in whole seconds. Slow
   * answers of 10 s are real; the default is 20 s.
   *
   * @throws IllegalArgumentException if it is less than one second
   */
  public SshCollector withProbeTimeout(Duration limit) {
    return new SshCollector(transport, limit, clock);
  }

  /** The same collector, told by {@code newClock} when a machine was asked. */
  public SshCollector withClock(Clock newClock) {
    return new SshCollector(transport, probeTimeout, newClock);
  }

  /**
   * Asks {@code target}.
   *
   * @throws CollectionException if no inventory could be had; it says which step failed and what to
   *     do about it
   */
  @Override
  public HardwareInventory collect(Target target) {
    return macs.collect(target);
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
    return macs.record(target);
  }

  /** How it reaches machines, without secrets. */
  @Override
  public String toString() {
    return "SshCollector[" + transport + "]";
  }
}
