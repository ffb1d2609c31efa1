package org.leafinventory.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Transcript;

/**
 * One run of a shell on this machine, on the caller's thread.
 *
 * <p>Output is polled for: a blocking read could be ended by nobody, and would be held up by
 * whatever inherited the pipe.
 */
final class LocalRun {

  private static final Duration POLL = Duration.ofMillis(2);
  private static final int CHUNK = 1 << 16;

  private final Target target;
  private final LocalTransport.Settings settings;
  private final Output stdout;
  private final Output stderr;

  LocalRun(Target target, LocalTransport.Settings settings) {
    this.target = target;
    this.settings = settings;
    this.stdout = new Output("stdout", settings.maxStdout());
    this.stderr = new Output("stderr", settings.maxStderr());
  }

  private record Output(String name, ByteSize cap, ByteArrayOutputStream kept) {
    Output(String name, ByteSize cap) {
      this(name, cap, new ByteArrayOutputStream());
    }

    Bytes bytes() {
      return Bytes.of(kept.toByteArray());
    }
  }

  /**
   * Runs {@code script}; whatever happens, nothing is left running or open.
   *
   * @throws CollectionException if there is no answer
   */
  Transcript execute(String script) {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled(new InterruptedException());
    }
    long start = System.nanoTime();
    Process shell = start();
    try {
      feed(shell.getOutputStream(), script);
      listen(shell, start + settings.timeout().toNanos());
      return new Transcript(OptionalInt.of(shell.exitValue()), stdout.bytes(), stderr.bytes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (IOException e) {
      throw new CollectionException(
          target,
          FailureKind.COMMAND,
          "what the shell says cannot be read: " + Printable.line(String.valueOf(e.getMessage())),
          "try again",
          e);
    } finally {
      ProcessTree.end(shell);
      close(shell);
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(settings.shell()).directory(Path.of("/").toFile());
    settings
        .environment()
        .ifPresent(
            variables -> {
              builder.environment().clear();
              builder.environment().putAll(variables);
            });
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CollectionException(
          target,
          FailureKind.COMMAND,
          settings.shell()
              + " cannot be run here: "
              + Printable.line(String.valueOf(e.getMessage())),
          "check that this is a Mac, and how many processes this user may have",
          e);
    }
  }

  /** Feeds the script from a thread of its own: the shell reads as it pleases. */
  private static void feed(OutputStream in, String script) {
    Thread feeder =
        new Thread(
            () -> {
              try (in) {
                in.write(script.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                // The shell has ended without reading all of it, which it may.
              }
            },
            "leaf-inventory-local-script");
    feeder.setDaemon(true);
    feeder.start();
  }

  /** Takes in what the shell says until it ends. */
  private void listen(Process shell, long deadline) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    while (true) {
      boolean ended = !shell.isAlive();
      takeIn(shell.getInputStream(), stdout, chunk);
      takeIn(shell.getErrorStream(), stderr, chunk);
      if (ended) {
        return;
      }
      if (System.nanoTime() - deadline >= 0) {
        throw timeout();
      }
      Thread.sleep(POLL.toMillis());
    }
  }

  /** All that is there, as long as there is room for it. */
  private void takeIn(InputStream from, Output to, byte[] chunk)
      throws IOException, InterruptedException {
    for (int ready = from.available(); ready > 0; ready = from.available()) {
      int read = from.read(chunk, 0, Math.min(ready, chunk.length));
      if (read < 0) {
        return;
      }
      if (to.kept().size() + (long) read > to.cap().bytes()) {
        throw tooMuch(to);
      }
      to.kept().write(chunk, 0, read);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private static void close(Process shell) {
    for (AutoCloseable stream :
        new AutoCloseable[] {shell.getInputStream(), shell.getErrorStream()}) {
      try {
        stream.close();
      } catch (Exception e) {
        // Nothing of it is wanted any more.
      }
    }
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private CollectionException timeout() {
    return new CollectionException(
        target,
        FailureKind.TIMEOUT,
        "the script did not end within " + seconds(settings.timeout()) + " s (timeout)",
        "find out what hangs on this machine, or raise timeout");
  }

  private CollectionException tooMuch(Output output) {
    return new CollectionException(
        target,
        FailureKind.COMMAND,
        "the script wrote more than " + output.cap().bytes() + " bytes to " + output.name(),
        "raise maxOutput, or find out what is so talkative here");
  }

  private CollectionException cancelled(InterruptedException cause) {
    return new CollectionException(
        target,
        FailureKind.CANCELLED,
        "the run was cancelled",
        "run it again if that was not meant",
        cause);
  }
}
