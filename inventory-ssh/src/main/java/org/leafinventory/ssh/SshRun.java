package org.leafinventory.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from beginning to end, on the caller's thread. */
final class SshRun {

  private static final Logger LOG = LoggerFactory.getLogger(SshRun.class);
  private static final String COMMAND = "exec /bin/sh";

  /** What the shell itself says of a line of the script, not the login shell of the shell. */
  private static final Pattern SHELL_SPEAKS = Pattern.compile("/bin/sh: (line )?[0-9]+:");

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final Target target;
  private final List<Hop> route;
  private final Settings settings;
  private final Deadline deadline;
  private final int patience;
  private final List<Link> links = new ArrayList<>();

  private Destination current;
  private @Nullable SocketChannel socket;

  /**
   * @param route the servers to go through, the target's own last
   */
  SshRun(Target target, List<Hop> route, Settings settings) {
    this.target = target;
    this.route = route;
    this.current = route.get(0).to();
    this.settings = settings;
    this.deadline = new Deadline(settings.scheduler(), settings.limits().collectTimeout());
    // SSHJ's own time limits only have to be out of the way of the deadline's.
    long whole = settings.limits().collectTimeout().toMillis();
    this.patience = (int) Math.min(Integer.MAX_VALUE, whole + 10_000);
  }

  /**
   * Runs {@code script}; whatever happens, nothing is left open.
   *
   * @param keys those for each server of the route
   * @throws CollectionException if there is no answer
   */
  Transcript execute(List<KeyOffer.Keys> keys, String script) {
    long start = System.nanoTime();
    boolean done = false;
    try {
      Transcript transcript = converse(keys, script.getBytes(StandardCharsets.UTF_8));
      done = true;
      LOG.debug("{}: done in {} ms", target, (System.nanoTime() - start) / 1_000_000);
      return transcript;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw told(Failures.cancelled(target, e));
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the scheduler of this transport has been shut down", e);
    } catch (IOException | RuntimeException e) {
      throw told(explain(e));
    } finally {
      hangUp(done);
    }
  }

  private static CollectionException told(CollectionException e) {
    LOG.debug("{}", e.getMessage());
    return e;
  }

  private Transcript converse(List<KeyOffer.Keys> keys, byte[] script)
      throws IOException, InterruptedException {
    Connection connection = reachFirst(keys.get(0));
    for (int i = 1; i < route.size(); i++) {
      connection = reachNext(route.get(i), connection, keys.get(i));
    }
    deadline.step(Step.SESSION);
    deadline.limitWhole();
    ExecChannel channel = new ExecChannel(connection, settings.limits());
    channel.open(COMMAND);
    deadline.step(Step.COMMAND);
    Transcript transcript = channel.run(script);
    requireShell(transcript);
    return transcript;
  }

  private Connection reachFirst(KeyOffer.Keys keys) throws IOException, InterruptedException {
    Hop first = route.get(0);
    deadline.limit(first.connectTimeout(), "connectTimeout");
    SocketChannel open = Connector.connect(first.to(), deadline);
    socket = open;
    LOG.debug("{}: connected to {}", target, open.getRemoteAddress());
    return link(first, PeerInput.of(open), open.socket().getOutputStream(), keys);
  }

  /** Through the server before: a connection in a channel of its connection. */
  private Connection reachNext(Hop hop, Connection below, KeyOffer.Keys keys) throws IOException {
    current = hop.to();
    deadline.step(Step.CONNECT);
    deadline.limit(hop.connectTimeout(), "connectTimeout");
    DirectConnection tunnel = new DirectConnection(below, hop.to().host(), hop.to().port());
    tunnel.open();
    LOG.debug("{}: going on from {} to {}", target, hop.to().via(), hop.to().host());
    return link(hop, new PeerInput(tunnel.getInputStream()), tunnel.getOutputStream(), keys);
  }

  private Connection link(Hop hop, PeerInput input, OutputStream output, KeyOffer.Keys keys)
      throws IOException {
    Link link = new Link(hop, deadline, patience, input, output);
    links.add(link);
    return link.establish(keys, settings.limits());
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
      return Failures.cancelled(target, e);
    }
    Deadline.Expiry expiry = deadline.expiry();
    if (expiry != null) {
      return Failures.timeout(current, expiry, e);
    }
    Optional<Link> link =
        links.stream().filter(it -> it.to().equals(current)).reduce((earlier, later) -> later);
    return link.flatMap(it -> it.hostKey().refusal())
        .orElseGet(
            () -> Failures.at(deadline.step(), current, link.map(Link::firstLine).orElse(""), e));
  }

  /** Politely after a run that went well; a peer that failed might not take a goodbye. */
  private void hangUp(boolean politely) {
    for (int i = links.size() - 1; politely && i >= 0; i--) {
      links.get(i).sayGoodbye();
    }
    deadline.close();
    if (socket != null) {
      Deadline.closeQuietly(socket);
    }
    links.forEach(Link::awaitEnd);
  }
}
