package org.leafinventory.nix.leafconfig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program to its end, bounded in time and output; one that is stopped takes the programs
 * it started with it.
 */
final class BoundedProcess {

  private static final int OUTPUT_LIMIT = 4 << 20;
  private static final long GRACE_MILLIS = 2_000;

  private final Process process;
  private final Drain stdout;
  private final Drain stderr;

  private BoundedProcess(Process process) {
    this.process = process;
    this.stdout = new Drain(process.getInputStream());
    this.stderr = new Drain(process.getErrorStream());
  }

  /** How a program ended. */
  enum End {
    EXITED,
    TIMED_OUT,
    SAID_TOO_MUCH
  }

  /**
   * What a program left.
   *
   * @param exit its exit status, of no meaning unless it {@link End#EXITED exited}
   */
  record Result(End end, int exit, String stdout, String stderr) {}

  /**
   * Runs the program with nothing to read.
   *
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the thread was interrupted; the program is gone then
   */
  static Result run(ProcessBuilder builder, Duration timeout)
      throws IOException, InterruptedException {
    BoundedProcess running = new BoundedProcess(builder.start());
    try {
      return running.await(timeout);
    } finally {
      running.kill();
    }
  }

  private Result await(Duration timeout) throws IOException, InterruptedException {
    stdout.start();
    stderr.start();
    process.getOutputStream().close();
    boolean exited = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (!exited) {
      kill();
    }
    stdout.join(GRACE_MILLIS);
    stderr.join(GRACE_MILLIS);
    End end = exited ? End.EXITED : End.TIMED_OUT;
    return new Result(
        stdout.isOver() || stderr.isOver() ? End.SAID_TOO_MUCH : end,
        exited ? process.exitValue() : -1,
        stdout.text(),
        stderr.text());
  }

  private void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Reads a stream up to the limit and ends the program that goes beyond. */
  private final class Drain extends Thread {

    private final InputStream in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private volatile boolean over;

    Drain(InputStream in) {
      super("leaf-config-output");
      this.in = in;
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8192];
      try {
        for (int n = in.read(buffer); n >= 0 && !over; n = in.read(buffer)) {
          kept.write(buffer, 0, n);
          if (kept.size() > OUTPUT_LIMIT) {
            over = true;
            kill();
          }
        }
      } catch (IOException e) {
        // The pipe of a killed program breaks; what it said until then is kept.
        over |= kept.size() > OUTPUT_LIMIT;
      }
    }

    boolean isOver() {
      return over;
    }

    String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
