package org.leafinventory.cli;

import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.CollectorDiscoveryException;
import org.leafinventory.collector.CollectorRegistry;
import org.leafinventory.collector.LocalTransport;
import org.leafinventory.model.HardwareInventory;

/**
 * Asks over SSH, or the machine it stands on, or through whatever other collectors are installed;
 * looks for those, which takes a while, only when one is wanted.
 */
final class AnyCollector implements Collector {

  private final Collector ssh;
  private final Collector local;
  private @Nullable CollectorRegistry all;

  AnyCollector(Collector ssh, Collector local) {
    this.ssh = ssh;
    this.local = local;
  }

  @Override
  public HardwareInventory collect(Target target) {
    return (target.scheme().equals(Target.SSH) ? ssh : all()).collect(target);
  }

  @Override
  public String entryPoint(Target target) {
    try {
      return (target.scheme().equals(Target.SSH) ? ssh : all()).entryPoint(target);
    } catch (CollectorDiscoveryException untold) {
      // Asking the target will tell of it.
      return target.address();
    }
  }

  private synchronized CollectorRegistry all() {
    CollectorRegistry known = all;
    if (known == null) {
      known = CollectorRegistry.discover().with(Target.SSH, ssh).with(LocalTransport.SCHEME, local);
      all = known;
    }
    return known;
  }
}
