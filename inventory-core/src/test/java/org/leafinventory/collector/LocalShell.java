package org.leafinventory.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;
import org.leafinventory.testkit.mac.SimulatedTools;

/** Runs scripts in a shell of this machine, with made-up Mac tools first on its path. */
final class LocalShell implements Transport {

  private final String shell;
  private final String path;

  LocalShell(String shell, SimulatedTools tools, Path folder) {
    this.shell = shell;
    this.path = tools.installInto(folder);
  }

  @Override
  public Transcript run(Target target, String script) {
    ProcessBuilder builder = new ProcessBuilder(shell);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path));
    try {
      Process process = builder.start();
      CompletableFuture<byte[]> stderr =
          CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()));
      CompletableFuture<Void> stdin =
          CompletableFuture.runAsync(() -> write(process.getOutputStream(), script));
      byte[] stdout = process.getInputStream().readAllBytes();
      stdin.join();
      int exit = process.waitFor();
      return new Transcript(OptionalInt.of(exit), Bytes.of(stdout), Bytes.of(stderr.join()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] readAll(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String script) {
    try (out) {
      out.write(script.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
