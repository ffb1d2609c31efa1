package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionImpl;
import net.schmizz.sshj.transport.TransportImpl;
import net.schmizz.sshj.userauth.UserAuthImpl;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.probe.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from beginning to end, on the caller's thread. */
final class SshRun {

  private static final Logger LOG = LoggerFactory.getLogger(SshRun.class);
  private static final String COMMAND = "exec /bin/sh";

  /** What the shell itself says of a line of the script, not the login shell of the shell. */
  private static final Pattern SHELL_SPEAKS = Pattern.compile("/bin/sh: (line )?[0-9]+:");

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final Destination to;
  private final Settings settings;
  private final Algorithms algorithms;
  private final Deadline deadline;
  private final HostKeyCheck hostKey;
  private final int patience;

  private @Nullable SocketChannel socket;
  private @Nullable PeerInput input;
  private @Nullable TransportImpl transport;

  SshRun(Destination to, Settings settings, Algorithms algorithms) {
    this.to = to;
    this.settings = settings;
    this.algorithms = algorithms;
    this.deadline = new Deadline(settings.scheduler(), settings.limits().collectTimeout());
    this.hostKey = new HostKeyCheck(to, settings.hostKeys(), settings.knownHosts());
    // SSHJ's own time limits only have to be out of the way of the deadline's.
    long whole = settings.limits().collectTimeout().toMillis();
    this.patience = (int) Math.min(Integer.MAX_VALUE, whole + 10_000);
  }

  /**
   * Runs {@code script}; whatever happens, nothing is left open.
   *
   * @throws CollectionException if there is no answer
   */
  Transcript execute(KeyRing.Contents keys, String script) {
    long start = System.nanoTime();
    boolean done = false;
    try {
      Transcript transcript = converse(keys, script.getBytes(StandardCharsets.UTF_8));
      done = true;
      LOG.debug("{}: done in {} ms", to.target(), (System.nanoTime() - start) / 1_000_000);
      return transcript;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.cancelled(to.target(), e);
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the scheduler of this transport has been shut down", e);
    } catch (IOException | RuntimeException e) {
      throw explain(e);
    } finally {
      hangUp(done);
    }
  }

  private Transcript converse(KeyRing.Contents keys, byte[] script)
      throws IOException, InterruptedException {
    deadline.limit(settings.limits().connectTimeout(), "connectTimeout");
    TransportImpl ssh = handshake(Connector.connect(to, deadline));
    deadline.step(Step.AUTHENTICATION);
    deadline.limit(settings.limits().authTimeout(), "authTimeout");
    Connection connection = login(ssh, keys);
    deadline.step(Step.SESSION);
    deadline.limitWhole();
    ExecChannel channel = new ExecChannel(connection, settings.limits());
    channel.open();
    deadline.step(Step.COMMAND);
    Transcript transcript = channel.run(COMMAND, script);
    requireShell(transcript);
    return transcript;
  }

  private TransportImpl handshake(SocketChannel open) throws IOException {
    socket = open;
    LOG.debug("{}: connected to {}", to.target(), open.getRemoteAddress());
    deadline.step(Step.BANNER);
    PeerInput fromPeer = new PeerInput(open);
    input = fromPeer;
    TransportImpl ssh = new TransportImpl(algorithms);
    transport = ssh;
    ssh.setTimeoutMs(patience);
    ssh.addHostKeyVerifier(hostKey);
    ssh.init(to.host(), to.port(), fromPeer, open.socket().getOutputStream());
    fromPeer.identified();
    LOG.debug("{}: talking to {}", to.target(), ssh.getServerVersion());
    deadline.step(Step.KEY_EXCHANGE);
    ssh.doKex();
    return ssh;
  }

  private Connection login(TransportImpl ssh, KeyRing.Contents keys) throws IOException {
    ConnectionImpl connection = new ConnectionImpl(ssh, algorithms.getKeepAliveProvider());
    connection.setTimeoutMs(patience);
    new Authenticator(to, new UserAuthImpl(ssh), connection, patience, keys)
        .authenticate(settings.password());
    return connection;
  }

  /** Tells a machine without the shell from a script that ended with the same status. */
  private static void requireShell(Transcript transcript) throws CommandException {
    OptionalInt status = transcript.exitStatus();
    boolean suspicious =
        status.isPresent()
            && (status.getAsInt() == NOT_FOUND || status.getAsInt() == NOT_EXECUTABLE)
            && transcript.stdout().isEmpty();
    String errors = transcript.stderr().text();
    if (suspicious && errors.contains("/bin/sh") && !SHELL_SPEAKS.matcher(errors).find()) {
      throw new CommandException(
          "/bin/sh cannot be run there (status " + status.getAsInt() + ")",
          "check that this is a Mac and that the user's login shell can run /bin/sh");
    }
  }

  private CollectionException explain(Exception e) {
    if (Thread.currentThread().isInterrupted()) {
      return Failures.cancelled(to.target(), e);
    }
    Deadline.Expiry expiry = deadline.expiry();
    if (expiry != null) {
      return Failures.timeout(to.target(), expiry, e);
    }
    String firstLine = input == null ? "" : input.firstLine();
    return hostKey.refusal().orElseGet(() -> Failures.at(deadline.step(), to, firstLine, e));
  }

  /** Politely after a run that went well; a peer that failed might not take a goodbye. */
  private void hangUp(boolean politely) {
    if (politely && transport != null) {
      transport.disconnect();
    }
    deadline.close();
    if (socket != null) {
      Deadline.closeQuietly(socket);
    }
    if (input != null) {
      input.awaitReader();
    }
  }
}
