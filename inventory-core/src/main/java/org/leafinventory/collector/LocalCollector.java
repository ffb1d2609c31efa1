package org.leafinventory.collector;

import java.time.Clock;
import java.time.Duration;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacProbe;

/**
 * Collects from the Mac it stands on, with the same probe as over a network; the target is {@code
 * local:}.
 *
 * <pre>{@code
 * HardwareInventory mac = LocalCollector.withDefaults().collect(LocalTransport.TARGET);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class LocalCollector implements Collector {

  private final LocalTransport transport;
  private final Duration probeTimeout;
  private final Clock clock;
  private final MacCollector macs;

  private LocalCollector(LocalTransport transport, Duration probeTimeout, Clock clock) {
    this.transport = transport;
    this.probeTimeout = probeTimeout;
    this.clock = clock;
    this.macs =
        MacCollector.builder().transport(transport).probeTimeout(probeTimeout).clock(clock).build();
  }

  /** With this process's environment and the usual limits. */
  public static LocalCollector withDefaults() {
    return over(LocalTransport.builder().build());
  }

  /** Over a transport that was set up to taste. */
  public static LocalCollector over(LocalTransport transport) {
    return new LocalCollector(transport, MacProbe.DEFAULT_LIMIT, Clock.systemUTC());
  }

  /**
   * The same collector, but with this limit for each command, in whole seconds; the default is 20.
   *
   * @throws IllegalArgumentException if it is less than one second
   */
  public LocalCollector withProbeTimeout(Duration limit) {
    return new LocalCollector(transport, limit, clock);
  }

  /** The same collector, told by {@code newClock} when the machine was asked. */
  public LocalCollector withClock(Clock newClock) {
    return new LocalCollector(transport, probeTimeout, newClock);
  }

  /**
   * Asks the machine it stands on.
   *
   * @throws CollectionException if no inventory could be had, or {@code target} is not {@code
   *     local:}
   */
  @Override
  public HardwareInventory collect(Target target) {
    return macs.collect(target);
  }

  /**
   * Asks the machine it stands on and keeps what it says, without interpreting it.
   *
   * @throws CollectionException if its answer broke off, or {@code target} is not {@code local:}
   */
  public Recording record(Target target) {
    return macs.record(target);
  }
}
