package org.leafinventory.ssh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * A public key as it goes over the wire.
 *
 * @param type {@code ssh-ed25519}, {@code ssh-rsa}, …
 * @param base64 the key blob, as in an authorized_keys or known_hosts line
 */
record HostKey(String type, String base64) {

  static HostKey of(PublicKey key) {
    byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    return new HostKey(KeyType.fromKey(key).toString(), Base64.getEncoder().encodeToString(blob));
  }

  /** The fingerprint as OpenSSH shows it: {@code SHA256:…}. */
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Type and fingerprint. */
  @Override
  public String toString() {
    return type + " " + fingerprint();
  }
}
