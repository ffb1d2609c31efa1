package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that tests need and that a machine may lack: skipped there, but not in CI. */
final class Programs {

  private static final List<String> FOLDERS =
      List.of("/usr/bin", "/usr/sbin", "/bin", "/usr/local/bin", "/run/current-system/sw/bin");

  private Programs() {}

  /** What a program said and how it ended. */
  record Answer(int status, String out, String err) {}

  /** The program's path; without it the test is skipped, and with {@code CI=true} fails. */
  static String require(String name) {
    for (String folder : FOLDERS) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return program.toString();
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      fail("this test needs %s, and CI has to have it", name);
    }
    assumeTrue(false, "skipped: there is no " + name + " here");
    throw new AssertionError("not reached");
  }

  static Answer run(Path folder, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(require(name)));
    command.addAll(List.of(arguments));
    return run(new ProcessBuilder(command).directory(folder.toFile()), folder);
  }

  /** Runs a program to its end; what it says is kept in {@code folder} meanwhile. */
  static Answer run(ProcessBuilder program, Path folder) {
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      Process process = program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      Answer answer = new Answer(process.waitFor(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Copies a resource of the tests into {@code folder}. */
  static Path resource(Path folder, String name) {
    try (var in = Programs.class.getResourceAsStream(name)) {
      Path file = folder.resolve(name);
      Files.write(file, in == null ? new byte[0] : in.readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
