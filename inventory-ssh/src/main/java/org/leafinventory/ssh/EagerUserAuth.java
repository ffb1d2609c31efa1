package org.leafinventory.ssh;

import net.schmizz.sshj.Service;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.AuthParams;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.UserAuthImpl;
import net.schmizz.sshj.userauth.method.AuthMethod;
import org.jspecify.annotations.Nullable;

/**
 * Sends the first attempt to log in right behind the request for the service that takes it, which
 * saves a round trip: servers answer in order, and one that refuses the service hangs up anyway.
 */
final class EagerUserAuth extends UserAuthImpl {

  private final PeerOutput output;
  private boolean begun;

  /**
   * @param output what {@code transport} writes to
   */
  EagerUserAuth(Transport transport, PeerOutput output) {
    super(transport);
    this.output = output;
  }

  @Override
  public boolean authenticate(String user, Service next, AuthMethod method, int timeoutMillis)
      throws UserAuthException, TransportException {
    if (begun) {
      return super.authenticate(user, next, method, timeoutMillis);
    }
    begun = true;
    Attempt attempt = new Attempt(method, new Params(trans, user, next.getName()));
    output.behindNextPacket(attempt::send);
    return super.authenticate(user, next, attempt, timeoutMillis);
  }

  private record Params(Transport transport, String user, String service) implements AuthParams {
    @Override
    public Transport getTransport() {
      return transport;
    }

    @Override
    public String getUsername() {
      return user;
    }

    @Override
    public String getNextServiceName() {
      return service;
    }
  }

  /** The method itself, but for its first request, which may have been sent before it is asked. */
  private static final class Attempt implements AuthMethod {

    private final AuthMethod method;
    private final AuthParams params;
    private boolean sent;
    private @Nullable UserAuthException unsendable;
    private @Nullable TransportException lost;

    Attempt(AuthMethod method, AuthParams params) {
      this.method = method;
      this.params = params;
    }

    /** What goes wrong is kept for when the request is asked for. */
    void send() {
      sent = true;
      try {
        method.init(params);
        method.request();
      } catch (UserAuthException e) {
        unsendable = e;
      } catch (TransportException e) {
        lost = e;
      }
    }

    @Override
    public void init(AuthParams again) {
      if (!sent) {
        method.init(again);
      }
    }

    @Override
    public void request() throws UserAuthException, TransportException {
      if (!sent) {
        method.request();
      }
      sent = false;
      if (unsendable != null) {
        throw unsendable;
      }
      if (lost != null) {
        throw lost;
      }
    }

    @Override
    public void setLoggerFactory(LoggerFactory factory) {
      method.setLoggerFactory(factory);
    }

    @Override
    public String getName() {
      return method.getName();
    }

    @Override
    public boolean shouldRetry() {
      return method.shouldRetry();
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
      method.handle(message, packet);
    }
  }
}
