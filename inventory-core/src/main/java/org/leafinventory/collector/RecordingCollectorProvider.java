package org.leafinventory.collector;

import org.leafinventory.collect.Collector;
import org.leafinventory.collect.CollectorProvider;

/** Offers the {@link RecordingCollector} for {@code recording:FILE}. */
public final class RecordingCollectorProvider implements CollectorProvider {

  /** For {@link java.util.ServiceLoader}. */
  public RecordingCollectorProvider() {}

  @Override
  public String scheme() {
    return RecordingCollector.SCHEME;
  }

  @Override
  public Collector create() {
    return new RecordingCollector();
  }
}
