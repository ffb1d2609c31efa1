package org.leafinventory.nix;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.opentest4j.TestAbortedException;

/**
 * The {@code nix-instantiate} of this machine. Where there is none, the test is skipped, but fails
 * under {@code CI=true}.
 */
public final class RealNix {

  // The dummy store needs neither a daemon nor a writable /nix, so that any user can run it.
  private static final List<String> COMMAND =
      List.of("nix-instantiate", "--store", "dummy://", "--readonly-mode");

  private RealNix() {}

  /**
   * Skips a jqwik property where there is no Nix: jqwik takes an assumption that fails within a
   * property for a refused sample, not for a reason to skip.
   */
  public static final class Needed implements SkipExecutionHook {

    /** For jqwik, which makes one by reflection. */
    public Needed() {}

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      try {
        evaluate("null");
        return SkipResult.doNotSkip();
      } catch (TestAbortedException e) {
        return SkipResult.skip(e.getMessage());
      }
    }
  }

  /** What {@code --eval --strict --json} answers to the text of a file. */
  public static String evaluate(String source) {
    return run(source, "--eval", "--strict", "--json");
  }

  /** What {@code --parse} answers to the text of a file; fails if Nix does not accept it. */
  public static String parse(String source) {
    return run(source, "--parse");
  }

  private static String run(String source, String... options) {
    try {
      Path folder = Files.createTempDirectory("real-nix");
      Path input = Files.writeString(folder.resolve("input.nix"), source);
      Path output = folder.resolve("stdout");
      Path errors = folder.resolve("stderr");
      List<String> command = new ArrayList<>(COMMAND);
      command.addAll(List.of(options));
      command.add(input.toString());
      int status = start(command, output, errors).waitFor();
      String answer = Files.readString(output, StandardCharsets.UTF_8);
      String complaint = Files.readString(errors, StandardCharsets.UTF_8);
      for (Path file : List.of(input, output, errors, folder)) {
        Files.delete(file);
      }
      if (status != 0) {
        fail("nix-instantiate refused the input: %s%n%s", complaint, source);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process start(List<String> command, Path output, Path errors) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile())
          .start();
    } catch (IOException e) {
      String message = "nix-instantiate does not start here: " + e.getMessage();
      if ("true".equals(System.getenv("CI"))) {
        throw new IOException(message, e);
      }
      return abort(message);
    }
  }
}
