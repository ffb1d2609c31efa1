package org.leafinventory.examples.oshi;

import java.time.Clock;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;

/** Offers the {@link OshiCollector}: with this on the class path, {@code oshi:local} works. */
public final class OshiCollectorProvider implements CollectorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public OshiCollectorProvider() {}

  @Override
  public String scheme() {
    return OshiCollector.SCHEME;
  }

  @Override
  public Collector create() {
    return new OshiCollector(Clock.systemUTC());
  }
}
