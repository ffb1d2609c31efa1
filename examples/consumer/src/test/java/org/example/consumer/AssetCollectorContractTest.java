package org.example.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.contract.CollectorContract;

class AssetCollectorContractTest extends CollectorContract {

  @TempDir Path folder;

  @Override
  protected Collector collector() {
    return new AssetCollectorProvider().create();
  }

  @Override
  protected Target target() {
    return asset("good", "host = studio\ncores = 24\nmemory_gb = 192\n");
  }

  @Override
  protected List<Target> failingTargets() {
    return List.of(
        Target.of("asset", folder.resolve("none.properties").toString()),
        asset("coreless", "host = studio\nmemory_gb = 192\n"),
        asset("wordy", "host = studio\ncores = many\nmemory_gb = 192\n"),
        asset("nameless", "host = \ncores = 24\nmemory_gb = 192\n"));
  }

  private Target asset(String name, String text) {
    try {
      return Target.of(
          "asset", Files.writeString(folder.resolve(name + ".properties"), text).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
