package org.leafinventory.redaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.LocalCollector;
import org.leafinventory.collector.LocalTransport;
import org.leafinventory.probe.Recording;
import org.leafinventory.testkit.mac.SimulatedTools;

/** What the simulated Macs say, recorded once. */
public final class SimulatedRecordings {

  private static final Instant ASKED_AT = Instant.parse("2026-01-24T12:00:00Z");

  private static final Map<String, Recording> ALL = record();

  private SimulatedRecordings() {}

  /** As if asked over SSH. */
  public static Recording of(String machine) {
    Recording local = ALL.get(machine);
    if (local == null) {
      throw new IllegalArgumentException(machine);
    }
    return local.withTarget(Target.parse("ssh://leafkeeper@mac.leaf-lab.example:2222"));
  }

  private static Map<String, Recording> record() {
    try {
      Path folder = Files.createTempDirectory("redaction-");
      try {
        Map<String, Recording> recordings = new TreeMap<>();
        for (String machine : SimulatedTools.machines()) {
          recordings.put(machine, record(machine, folder.resolve(machine)));
        }
        return recordings;
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recording record(String machine, Path folder) {
    String path = SimulatedTools.of(machine).installInto(folder);
    return LocalCollector.over(LocalTransport.builder().environment(Map.of("PATH", path)).build())
        .withClock(Clock.fixed(ASKED_AT, ZoneOffset.UTC))
        .withProbeTimeout(Duration.ofSeconds(3))
        .record(LocalTransport.TARGET);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
