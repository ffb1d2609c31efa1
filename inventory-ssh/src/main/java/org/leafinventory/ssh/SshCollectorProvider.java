package org.leafinventory.ssh;

import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;
import org.leafinventory.collect.Target;

/** Offers the {@link SshCollector} for {@code ssh://user@host:port}, with its defaults. */
public final class SshCollectorProvider implements CollectorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SshCollectorProvider() {}

  @Override
  public String scheme() {
    return Target.SSH;
  }

  @Override
  public Collector create() {
    return SshCollector.withDefaults();
  }
}
