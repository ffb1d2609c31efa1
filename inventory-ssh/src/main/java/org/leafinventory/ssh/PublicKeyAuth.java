package org.leafinventory.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Public key authentication with what may be a certificate, and a signature that may come from an
 * agent. Signs at once, which is one round trip less, or only asks whether the key would do.
 */
final class PublicKeyAuth extends AbstractAuthMethod {

  /** The server would take the key that it was asked about. */
  static final class WouldDoException extends UserAuthException {
    private static final long serialVersionUID = 1L;

    WouldDoException() {
      super("the key would do");
    }
  }

  private final Identity identity;
  private final Deadline deadline;
  private final boolean signed;

  private PublicKeyAuth(Identity identity, Deadline deadline, boolean signed) {
    super("publickey");
    this.identity = identity;
    this.deadline = deadline;
    this.signed = signed;
  }

  /** Offers the key with a signature. */
  static PublicKeyAuth signing(Identity identity, Deadline deadline) {
    return new PublicKeyAuth(identity, deadline, true);
  }

  /** Asks about the key; a {@link WouldDoException} says yes. */
  static PublicKeyAuth asking(Identity identity, Deadline deadline) {
    return new PublicKeyAuth(identity, deadline, false);
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    SSHPacket request =
        super.buildReq()
            .putBoolean(signed)
            .putString(identity.key().loginAlgorithm())
            .putString(identity.key().blob());
    return signed ? request.putBytes(signature(request)) : request;
  }

  private byte[] signature(SSHPacket request) throws UserAuthException {
    byte[] data =
        new Buffer.PlainBuffer()
            .putString(params.getTransport().getSessionID())
            .putBuffer(request)
            .getCompactData();
    try {
      return identity.sign(data, deadline);
    } catch (IOException e) {
      throw new SigningException(e);
    }
  }

  /** The signature could not be made; the connection is as it was. */
  static final class SigningException extends UserAuthException {
    private static final long serialVersionUID = 1L;

    SigningException(IOException cause) {
      super("not signed: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message == Message.USERAUTH_60 && !signed) {
      throw new WouldDoException();
    }
    super.handle(message, packet);
  }
}
