package org.leafinventory.collector;

import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;

/** Offers the {@link LocalCollector} for {@code local:}. */
public final class LocalCollectorProvider implements CollectorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public LocalCollectorProvider() {}

  @Override
  public String scheme() {
    return LocalTransport.SCHEME;
  }

  @Override
  public Collector create() {
    return LocalCollector.withDefaults();
  }
}
