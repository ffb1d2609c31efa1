package org.leafinventory.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.security.PrivateKey;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/** Signs with a private key that was read from a file. */
record LocalSigner(PrivateKey key) implements Signer {

  @Override
  public byte[] sign(byte[] data, String algorithm, Deadline deadline) throws IOException {
    try {
      Signature signature = factory(algorithm).create().newSignature();
      signature.initSign(key);
      signature.update(data);
      byte[] bytes = signature.encode(signature.sign());
      return new Buffer.PlainBuffer().putString(algorithm).putBytes(bytes).getCompactData();
    } catch (SSHRuntimeException e) {
      throw new IOException("the key does not sign", e);
    }
  }

  private static KeyAlgorithms.Factory factory(String algorithm) throws IOException {
    return switch (algorithm) {
      case "ssh-ed25519" -> KeyAlgorithms.EdDSA25519();
      case "rsa-sha2-512" -> KeyAlgorithms.RSASHA512();
      case "ecdsa-sha2-nistp256" -> KeyAlgorithms.ECDSASHANistp256();
      case "ecdsa-sha2-nistp384" -> KeyAlgorithms.ECDSASHANistp384();
      case "ecdsa-sha2-nistp521" -> KeyAlgorithms.ECDSASHANistp521();
      default -> throw new IOException("no signatures of the kind " + algorithm);
    };
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "LocalSigner";
  }
}
