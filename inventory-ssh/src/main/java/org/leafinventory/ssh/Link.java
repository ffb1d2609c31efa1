package org.leafinventory.ssh;

import java.io.IOException;
import java.io.OutputStream;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionImpl;
import net.schmizz.sshj.transport.TransportImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SSH connection: to the target, or to a server on the way. */
final class Link {

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private static final Algorithms PLAIN = Algorithms.plain();
  private static final Algorithms WITH_CERTIFICATES = Algorithms.withCertificates();

  private final Hop hop;
  private final Deadline deadline;
  private final int patience;
  private final PeerInput input;
  private final PeerOutput output;
  private final HostKeyCheck hostKey;
  private final TransportImpl transport;

  /**
   * @param patience SSHJ's own time limit in milliseconds, which is to stay out of the deadline's
   *     way
   */
  Link(Hop hop, Deadline deadline, int patience, PeerInput input, OutputStream output) {
    this.hop = hop;
    this.deadline = deadline;
    this.patience = patience;
    this.input = input;
    this.output = new PeerOutput(output);
    this.hostKey = new HostKeyCheck(hop.to(), hop.hostKeys());
    this.transport = new TransportImpl(hostKey.wantsCertificate() ? WITH_CERTIFICATES : PLAIN);
  }

  /** From the first byte to the login. */
  Connection establish(KeyOffer.Keys keys, Settings.Limits limits) throws IOException {
    handshake();
    deadline.step(Step.AUTHENTICATION);
    deadline.limit(limits.authTimeout(), "authTimeout");
    ConnectionImpl connection =
        new ConnectionImpl(transport, transport.getConfig().getKeepAliveProvider());
    connection.setTimeoutMs(patience);
    new Authenticator(hop, new EagerUserAuth(transport, output), connection, patience, keys)
        .authenticate(deadline);
    return connection;
  }

  private void handshake() throws IOException {
    deadline.step(Step.BANNER);
    transport.setTimeoutMs(patience);
    transport.addHostKeyVerifier(hostKey);
    transport.init(hop.to().host(), hop.to().port(), input, output);
    input.identified();
    LOG.debug("{}: talking to {}", hop.to().host(), transport.getServerVersion());
    deadline.step(Step.KEY_EXCHANGE);
    transport.doKex();
    if (!hostKey.remark().isEmpty()) {
      LOG.warn("{}: {}", hop.to().host(), hostKey.remark());
    }
  }

  Destination to() {
    return hop.to();
  }

  HostKeyCheck hostKey() {
    return hostKey;
  }

  /** The first line that the peer sent. */
  String firstLine() {
    return input.firstLine();
  }

  void sayGoodbye() {
    transport.disconnect();
  }

  /** Once the socket below is closed: waits until nothing is left of this connection. */
  void awaitEnd() {
    input.awaitReader();
  }
}
