package org.leafinventory.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.MacCollector;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.macos.MacProbe;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Recordings of simulated Macs, made by the real script in a shell of this host. */
final class SimulatedRecordings {

  private SimulatedRecordings() {}

  /** What the probe records of {@code machine}: every command answers. */
  static Recording of(String machine) {
    try {
      Path folder = Files.createTempDirectory("benchmark-mac-");
      try {
        String path = SimulatedTools.of(machine).installInto(folder.resolve("mac"));
        return MacCollector.builder()
            .transport((target, script) -> run(path, script))
            .build()
            .record(Target.ssh("mac.leaf.example"));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the probe script says with this nonce where commands are found in {@code path}. */
  static byte[] output(String path, String nonce) {
    return run(path, MacProbe.script(nonce, MacProbe.DEFAULT_LIMIT).text()).stdout().toArray();
  }

  private static Transcript run(String path, String script) {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh");
    builder.environment().put("PATH", path);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process shell = builder.start();
      try (OutputStream stdin = shell.getOutputStream()) {
        stdin.write(script.getBytes(StandardCharsets.UTF_8));
      }
      byte[] stdout = shell.getInputStream().readAllBytes();
      return new Transcript(OptionalInt.of(shell.waitFor()), Bytes.of(stdout), Bytes.EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
