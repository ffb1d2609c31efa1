package org.leafinventory.ssh;

import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.method.KeyedAuthMethod;

/**
 * Public key authentication that signs at once: one round trip less than asking first whether the
 * key would do. One attempt a key, since servers count them.
 */
final class SignedKeyAuth extends KeyedAuthMethod {

  SignedKeyAuth(Identity identity) {
    super("publickey", new KeyPairWrapper(identity.keys()));
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return putSig(putPubKey(super.buildReq().putBoolean(true)));
  }

  @Override
  public boolean shouldRetry() {
    return false;
  }
}
