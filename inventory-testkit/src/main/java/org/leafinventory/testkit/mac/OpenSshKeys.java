package org.leafinventory.testkit.mac;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** Public keys as OpenSSH writes them: {@code <type> <base64>}, without a comment. */
final class OpenSshKeys {

  private static final String ED25519 = "ssh-ed25519";
  private static final int ED25519_LENGTH = 32;
  private static final int KEY_BITS = 256;

  private OpenSshKeys() {}

  /** ECDSA, as it needs nothing beyond the JDK and takes a moment only. */
  static KeyPair newKeyPair() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, KEY_BITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no ECDSA", e);
    }
  }

  static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(key);
  }

  static String text(PublicKey key) {
    String algorithm = key.getAlgorithm();
    if (algorithm.equals("Ed25519") || algorithm.equals("EdDSA")) {
      return ed25519(key.getEncoded());
    }
    return PublicKeyEntry.toString(key);
  }

  /** The key of a line of {@code authorized_keys} or of a {@code .pub} file. */
  static String text(String line) {
    AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
    if (entry == null) {
      throw new IllegalArgumentException("not a public key: " + line);
    }
    return text(entry.getKeyType(), entry.getKeyData());
  }

  /** Written out here, as MINA knows Ed25519 only when Bouncy Castle or EdDSA is at hand. */
  private static String ed25519(byte[] encoded) {
    byte[] key = Arrays.copyOfRange(encoded, encoded.length - ED25519_LENGTH, encoded.length);
    byte[] type = ED25519.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer blob = ByteBuffer.allocate(2 * Integer.BYTES + type.length + key.length);
    blob.putInt(type.length).put(type).putInt(key.length).put(key);
    return text(ED25519, blob.array());
  }

  private static String text(String type, byte[] blob) {
    return type + " " + Base64.getEncoder().encodeToString(blob);
  }
}
