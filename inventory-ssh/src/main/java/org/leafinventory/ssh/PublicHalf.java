package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/** The public half of an identity file, had without a passphrase. */
final class PublicHalf {

  private static final int MAX_SIZE = 256 * 1024;
  private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final String MAGIC = "openssh-key-v1\0";

  private PublicHalf() {}

  /** From the file itself if it is public, from that beside it, or from OpenSSH's own format. */
  static Optional<SshKey> of(Path file) {
    return text(file)
        .flatMap(SshKey::ofPublicFile)
        .or(() -> text(beside(file, ".pub")).flatMap(SshKey::ofPublicFile))
        .or(() -> text(file).flatMap(PublicHalf::ofOpenSsh));
  }

  /** The certificate beside a private key, if there is one. */
  static Optional<SshKey> certificateOf(Path file) {
    return certificate(beside(file, "-cert.pub"));
  }

  /** The certificate in a file, if it is one. */
  static Optional<SshKey> certificate(Path file) {
    return text(file).flatMap(SshKey::ofPublicFile).filter(SshKey::isCertificate);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_SIZE
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<SshKey> ofOpenSsh(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf("-----END", begin + 1);
    if (begin < 0 || end < 0) {
      return Optional.empty();
    }
    try {
      byte[] body = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
      Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(body);
      byte[] magic = new byte[MAGIC.length()];
      buffer.readRawBytes(magic);
      buffer.readBytes(); // cipher
      buffer.readBytes(); // key derivation
      buffer.readBytes(); // its options
      buffer.readUInt32(); // number of keys
      return new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)
          ? Optional.of(SshKey.ofBlob(buffer.readBytes()))
          : Optional.empty();
    } catch (Buffer.BufferException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
