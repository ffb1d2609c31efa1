package org.leafinventory.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;
import org.leafinventory.testkit.mac.SimulatedTools;

/**
 * Runs scripts in a shell of this machine, with made-up Mac tools first on its path and a home and
 * a place for temporary files of its own.
 */
final class LocalShell implements Transport {

  private final String shell;
  private final Path folder;
  private final String path;

  LocalShell(String shell, SimulatedTools tools, Path folder) {
    this.shell = shell;
    this.folder = folder;
    this.path = tools.installInto(folder.resolve("mac"));
    try {
      Files.createDirectories(folder.resolve("home"));
      Files.createDirectories(folder.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shells that this machine has; macOS has had both as its {@code /bin/sh}. */
  static Stream<String> shells() {
    return Stream.of("/bin/dash", "/bin/bash").filter(shell -> Files.exists(Path.of(shell)));
  }

  /** Puts this script in the place of a tool. */
  LocalShell withTool(String tool, String script) throws IOException {
    Path file = folder.resolve("mac/bin").resolve(tool);
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  /** What stands in home and in the place for temporary files. */
  List<Path> filesWritten() throws IOException {
    try (Stream<Path> home = Files.list(folder.resolve("home"));
        Stream<Path> temporary = Files.list(folder.resolve("tmp"))) {
      return Stream.concat(home, temporary).toList();
    }
  }

  @Override
  public Transcript run(Target target, String script) {
    try {
      Process process = start();
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

  /** Starts the script, for those who listen to it themselves. */
  Process start(String script) throws IOException {
    Process process = start();
    write(process.getOutputStream(), script);
    return process;
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(shell);
    builder.directory(folder.resolve("home").toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", path,
                "HOME", folder.resolve("home").toString(),
                "TMPDIR", folder.resolve("tmp").toString()));
    return builder.start();
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
