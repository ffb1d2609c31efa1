package org.leafinventory.ssh;

import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.password.PasswordFinder;

/** Password authentication that never changes a password. */
final class PasswordAuth extends AuthPassword {

  PasswordAuth(PasswordFinder password) {
    super(password);
  }

  @Override
  public void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message == Message.USERAUTH_60) {
      throw new UserAuthException("the password has expired and has to be changed first");
    }
    super.handle(message, packet);
  }
}
