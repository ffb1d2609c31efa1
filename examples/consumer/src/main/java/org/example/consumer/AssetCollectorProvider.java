package org.example.consumer;

import java.time.Clock;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;

/** Offers the {@link AssetCollector}: with this on the class path, {@code asset:FILE} works. */
public final class AssetCollectorProvider implements CollectorProvider {

  @Override
  public String scheme() {
    return AssetCollector.SCHEME;
  }

  @Override
  public Collector create() {
    return new AssetCollector(Clock.systemUTC());
  }
}
