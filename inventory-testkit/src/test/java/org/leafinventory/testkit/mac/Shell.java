package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and keeps what it said. */
final class Shell {

  /** The exit status and both outputs, standard output with one character a byte. */
  record Result(int exit, String raw, String stderr) {

    byte[] stdout() {
      return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      return new String(stdout(), StandardCharsets.UTF_8);
    }
  }

  private Shell() {}

  /** Runs {@code script} in {@code /bin/sh} with this {@code PATH}. */
  static Result sh(String path, String script) {
    return run("", path, List.of("/bin/sh", "-c", script));
  }

  static Result run(String stdin, String path, List<String> command) {
    try {
      Path input = Files.createTempFile("stdin", ".txt");
      Path output = Files.createTempFile("stdout", ".txt");
      Path errors = Files.createTempFile("stderr", ".txt");
      try {
        Files.writeString(input, stdin);
        ProcessBuilder builder =
            new ProcessBuilder(new ArrayList<>(command))
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("PATH", path);
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("did not end within 30 s: " + command);
        }
        return new Result(
            process.exitValue(),
            Files.readString(output, StandardCharsets.ISO_8859_1),
            Files.readString(errors));
      } finally {
        Files.delete(input);
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
