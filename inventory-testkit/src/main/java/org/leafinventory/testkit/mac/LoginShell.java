package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.util.threads.NoCloseExecutor;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.jspecify.annotations.Nullable;

/**
 * One exec channel: the command in a real shell, its streams carried byte by byte. It takes three
 * threads while it runs.
 */
final class LoginShell extends AbstractCommandSupport {

  /** What every channel of one Mac shares. */
  record Setup(
      Children children,
      Path home,
      Map<String, String> environment,
      String greeting,
      String farewell,
      Optional<SessionFault> fault) {}

  private static final int CHUNK = 8192;
  private static final int FAILED_TO_START = 255;
  private static final byte[] ENDLESS_LINE =
      "all work and no play makes this Mac a dull machine\n"
          .repeat(100)
          .getBytes(StandardCharsets.UTF_8);

  private final Setup setup;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Children.@Nullable Child child;

  LoginShell(String command, Setup setup) {
    super(command, new NoCloseExecutor(Threads.POOL));
    this.setup = setup;
  }

  @Override
  public void run() {
    try {
      if (has(SessionFault.Kind.HANG_BEFORE_OUTPUT)) {
        closed.await();
      } else if (has(SessionFault.Kind.ENDLESS_OUTPUT)) {
        sendEndlessly();
      } else {
        onExit(runCommand());
      }
    } catch (IOException | ExecutionException e) {
      kill();
      onExit(FAILED_TO_START, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private int runCommand() throws IOException, InterruptedException, ExecutionException {
    OutputStream out = getOutputStream();
    out.write(setup.greeting().getBytes(StandardCharsets.UTF_8));
    out.flush();
    Process process = startUnlessClosed();
    if (process == null) {
      return FAILED_TO_START;
    }
    Threads.POOL.execute(() -> feed(process));
    Future<?> errors =
        Threads.POOL.submit(() -> copy(process.getErrorStream(), getErrorStream(), Long.MAX_VALUE));
    copy(process.getInputStream(), out, limit());
    if (has(SessionFault.Kind.DROP_CONNECTION)) {
      dropConnection();
    }
    errors.get();
    out.write(setup.farewell().getBytes(StandardCharsets.UTF_8));
    return process.waitFor();
  }

  private boolean has(SessionFault.Kind kind) {
    return setup.fault().filter(fault -> fault.kind() == kind).isPresent();
  }

  private long limit() {
    return has(SessionFault.Kind.DROP_CONNECTION)
        ? setup.fault().map(SessionFault::bytes).orElse(0)
        : Long.MAX_VALUE;
  }

  private synchronized @Nullable Process startUnlessClosed() throws IOException {
    if (closed.getCount() == 0) {
      return null;
    }
    child = setup.children().start(getCommand(), setup.home(), setup.environment());
    return child.process();
  }

  private void feed(Process process) {
    try (OutputStream stdin = process.getOutputStream()) {
      copy(getInputStream(), stdin, Long.MAX_VALUE);
    } catch (IOException e) {
      // A command need not read its input to the end, nor a client wait for it.
    }
  }

  /** Copies until the end or {@code limit} bytes; every chunk goes on at once. */
  private static @Nullable Void copy(InputStream from, OutputStream to, long limit)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    long left = limit;
    while (left > 0) {
      int count = from.read(chunk, 0, (int) Math.min(CHUNK, left));
      if (count < 0) {
        return null;
      }
      to.write(chunk, 0, count);
      to.flush();
      left -= count;
    }
    return null;
  }

  private void dropConnection() throws InterruptedException {
    // Closing at once would throw away what was written but not yet sent.
    TimeUnit.MILLISECONDS.sleep(100);
    getServerSession().close(true);
  }

  private void sendEndlessly() throws IOException {
    while (closed.getCount() > 0) {
      if (Thread.interrupted()) {
        throw new InterruptedIOException("the channel was closed");
      }
      getOutputStream().write(ENDLESS_LINE);
      getOutputStream().flush();
    }
  }

  private synchronized void kill() {
    closed.countDown();
    if (child != null && child.process().isAlive()) {
      // The caller may be a network thread, and killing takes a while.
      Threads.POOL.execute(child::kill);
    }
  }

  /**
   * What a command left behind after it ended by itself stays, so that a test can find it; only a
   * command cut short is killed with everything below it.
   */
  @Override
  public void destroy(ChannelSession channel) throws Exception {
    kill();
    super.destroy(channel);
  }
}
