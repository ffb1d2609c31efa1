package org.leafinventory.collector;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.contract.CollectorContract;
import org.leafinventory.testkit.mac.SimulatedTools;

class LocalCollectorContractTest extends CollectorContract {

  private final String path;

  LocalCollectorContractTest(@TempDir Path folder) {
    path = SimulatedTools.of("mac-mini-m4").installInto(folder.resolve("mac"));
  }

  @Override
  protected Collector collector() {
    return LocalCollector.over(LocalTransport.builder().environment(Map.of("PATH", path)).build());
  }

  @Override
  protected Target target() {
    return LocalTransport.TARGET;
  }
}
