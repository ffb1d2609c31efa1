package org.leafinventory.ssh;

import java.io.IOException;

/**
 * A key that can be offered.
 *
 * @param name the file it is from, or how the agent calls it
 * @param key what the server is shown: a public key or a certificate
 * @param plain the public key itself
 * @param inAgent whether an agent signs, which may have to ask a person for each signature
 */
record Identity(String name, SshKey key, SshKey plain, boolean inAgent, Signer signer) {

  static Identity of(String name, SshKey key, boolean inAgent, Signer signer) throws IOException {
    return new Identity(name, key, key.plain(), inAgent, signer);
  }

  byte[] sign(byte[] data, Deadline deadline) throws IOException {
    return signer.sign(data, key.signatureAlgorithm(), deadline);
  }

  /** Where it is from, its type, and the fingerprint of the public key; never the key. */
  @Override
  public String toString() {
    return name + " (" + key.type() + " " + plain.fingerprint() + (inAgent ? ", agent)" : ")");
  }
}
