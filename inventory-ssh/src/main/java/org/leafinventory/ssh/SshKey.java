package org.leafinventory.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * A public key or certificate as it goes over the wire.
 *
 * @param type {@code ssh-ed25519}, {@code ssh-rsa}, {@code ssh-ed25519-cert-v01@openssh.com}, …
 * @param base64 the key blob, as in an authorized_keys or known_hosts line
 */
record SshKey(String type, String base64) {

  private static final String CERTIFICATE = "-cert-v01@openssh.com";

  static SshKey of(PublicKey key) {
    return ofBlob(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
  }

  /**
   * The key of a blob.
   *
   * @throws IllegalArgumentException if it does not begin with the name of a type
   */
  static SshKey ofBlob(byte[] blob) {
    try {
      String type = new Buffer.PlainBuffer(blob).readString(StandardCharsets.US_ASCII);
      return new SshKey(type, Base64.getEncoder().encodeToString(blob));
    } catch (Buffer.BufferException e) {
      throw new IllegalArgumentException("no key blob", e);
    }
  }

  /** The key of a {@code .pub} file, if its text is one. */
  static Optional<SshKey> ofPublicFile(String text) {
    String[] fields = text.strip().split("\\s+", 3);
    if (fields.length < 2 || !fields[0].matches("[a-z0-9@.-]+")) {
      return Optional.empty();
    }
    try {
      SshKey key = ofBlob(Base64.getDecoder().decode(fields[1]));
      return key.type().equals(fields[0]) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  byte[] blob() {
    return Base64.getDecoder().decode(base64);
  }

  boolean isCertificate() {
    return type.endsWith(CERTIFICATE);
  }

  /** The key that a certificate vouches for; the key itself if it is no certificate. */
  SshKey plain() throws IOException {
    if (!isCertificate()) {
      return this;
    }
    try {
      PublicKey key = new Buffer.PlainBuffer(blob()).readPublicKey();
      if (key instanceof Certificate<?> certificate) {
        return of(certificate.getKey());
      }
      throw new IOException("no certificate of a known kind: " + type);
    } catch (SSHRuntimeException | UnsupportedOperationException e) {
      throw new IOException("no certificate that can be read: " + type, e);
    }
  }

  /** What signatures made with this key are named. */
  String signatureAlgorithm() {
    String plainType = isCertificate() ? type.replace(CERTIFICATE, "") : type;
    return plainType.equals("ssh-rsa") ? "rsa-sha2-512" : plainType;
  }

  /** What a login with this key is named. */
  String loginAlgorithm() {
    if (!isCertificate()) {
      return signatureAlgorithm();
    }
    return signatureAlgorithm().startsWith("rsa-") ? signatureAlgorithm() + CERTIFICATE : type;
  }

  /** The fingerprint as OpenSSH shows it: {@code SHA256:…}. */
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The signature algorithms with which a host can prove that it holds this key. */
  List<String> hostAlgorithms() {
    return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(type);
  }

  /** Type and fingerprint. */
  @Override
  public String toString() {
    return type + " " + fingerprint();
  }
}
