package org.leafinventory.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.recording.RecordingFile;
import org.leafinventory.testkit.contract.CollectorContract;
import org.leafinventory.testkit.mac.SimulatedTools;

class RecordingCollectorContractTest extends CollectorContract {

  @TempDir Path folder;

  @BeforeEach
  void record() {
    MacCollector macs =
        MacCollector.builder()
            .transport(
                new LocalShell("/bin/sh", SimulatedTools.of("mac-mini-m4"), folder.resolve("mac")))
            .build();
    RecordingFile.write(folder.resolve("mac.json"), macs.record(Target.ssh("mac.leaf.example")));
  }

  @Override
  protected Collector collector() {
    return new RecordingCollector();
  }

  @Override
  protected Target target() {
    return at(folder.resolve("mac.json"));
  }

  @Override
  protected List<Target> failingTargets() {
    try {
      return List.of(
          at(folder.resolve("missing.json")),
          at(folder),
          at(Files.writeString(folder.resolve("other.json"), "{\"format\": \"other\"}")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Target at(Path file) {
    return Target.of(RecordingCollector.SCHEME, file.toString());
  }
}
