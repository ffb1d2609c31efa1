package org.leafinventory.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/**
 * A new Ed25519 key, its private half in a file as {@code ssh-keygen -t ed25519 -N ''} writes it.
 *
 * @param publicLine the public half, as in {@code authorized_keys}
 */
record LoginKey(Path file, String publicLine) {

  private static final String TYPE = "ssh-ed25519";
  private static final int LENGTH = 32;
  private static final int BLOCK = 8;

  static LoginKey in(Path file) throws GeneralSecurityException, IOException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] publicHalf = last(pair.getPublic().getEncoded());
    byte[] blob = strings(bytes(TYPE), publicHalf);
    byte[] both = Arrays.copyOf(last(pair.getPrivate().getEncoded()), 2 * LENGTH);
    System.arraycopy(publicHalf, 0, both, LENGTH, LENGTH);
    Files.createDirectories(file.toAbsolutePath().getParent());
    String body =
        Base64.getMimeEncoder(70, bytes("\n")).encodeToString(file(blob, publicHalf, both));
    Files.writeString(
        file,
        "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n");
    return new LoginKey(file, TYPE + " " + Base64.getEncoder().encodeToString(blob));
  }

  /** OpenSSH's own format, PROTOCOL.key, without encryption. */
  private static byte[] file(byte[] blob, byte[] publicHalf, byte[] both) throws IOException {
    ByteArrayOutputStream secret = new ByteArrayOutputStream();
    secret.write(new byte[BLOCK]); // The same number twice, to check a decryption with.
    secret.write(strings(bytes(TYPE), publicHalf, both, bytes("")));
    for (int i = 1; secret.size() % BLOCK != 0; i++) {
      secret.write(i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes("openssh-key-v1\0"));
    out.write(strings(bytes("none"), bytes("none"), bytes("")));
    new DataOutputStream(out).writeInt(1);
    out.write(strings(blob, secret.toByteArray()));
    return out.toByteArray();
  }

  private static byte[] strings(byte[]... strings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(out);
    for (byte[] string : strings) {
      data.writeInt(string.length);
      data.write(string);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The key itself, which in its encoding comes last. */
  private static byte[] last(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
  }
}
