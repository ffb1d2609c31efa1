package org.leafinventory.ssh;

import java.io.IOException;

/** Makes signatures with one private key, wherever that is. */
interface Signer {

  /**
   * The signature as it goes over the wire: the name of its algorithm, then its bytes.
   *
   * @param algorithm as {@link SshKey#signatureAlgorithm()}
   * @param deadline ends the wait where somebody else signs
   */
  byte[] sign(byte[] data, String algorithm, Deadline deadline) throws IOException;
}
