package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the test class path in several processes at the same time. */
public final class JavaProcesses {

  private JavaProcesses() {}

  /**
   * Starts one process for each {@code number} from 0, with the arguments {@code root} and {@code
   * number}; lets all go when all are ready, and waits until all have ended well.
   */
  public static void run(Class<?> main, int count, Path root) throws Exception {
    List<Process> processes = new ArrayList<>();
    Path output = Files.createTempFile("processes", ".log");
    try {
      for (int number = 0; number < count; number++) {
        processes.add(start(main, output, root.toString(), String.valueOf(number)));
      }
      for (Process process : processes) {
        assertThat(process.getInputStream().read()).as(Files.readString(output)).isEqualTo('r');
      }
      for (Process process : processes) {
        process.getOutputStream().close();
      }
      for (Process process : processes) {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
      Files.delete(output);
    }
  }

  /** Starts a process; its complaints go where those of this one go. */
  static Process start(Class<?> main, String... arguments) throws IOException {
    return builder(main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** To be called by the main class when it is ready: returns when all others are, too. */
  public static void awaitOthers() throws IOException {
    System.out.print("r");
    System.out.flush();
    assertThat(System.in.read()).isEqualTo(-1);
  }

  /** Starts a process whose complaints go to the end of {@code errors}. */
  private static Process start(Class<?> main, Path errors, String... arguments) throws IOException {
    return builder(main, arguments)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }

  private static ProcessBuilder builder(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dleaf.test.events=" + Integer.getInteger("leaf.test.events", 300),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
