package org.leafinventory.ssh;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;

/** Reads a private key: OpenSSH's format, and PEM (PKCS#1, SEC 1, PKCS#8), encrypted or not. */
final class IdentityFile {

  private static final int MAX_SIZE = 256 * 1024;
  private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";

  private final Path file;
  private final PassphraseSource passphrases;
  private boolean asked;
  private boolean given;

  private IdentityFile(Path file, PassphraseSource passphrases) {
    this.file = file;
    this.passphrases = passphrases;
  }

  /**
   * Reads {@code file}.
   *
   * @throws IdentityException if it cannot be used; the message names the file and says why
   */
  static KeyPair read(Path file, PassphraseSource passphrases) throws IdentityException {
    return new IdentityFile(file, passphrases).read();
  }

  private KeyPair read() throws IdentityException {
    String text = text();
    if (!text.contains("PRIVATE KEY-----")) {
      throw new IdentityException(file, whyNoKey(text), null);
    }
    try {
      return text.contains(OPENSSH) ? openSsh(text) : pem(text);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new IdentityException(file, whyUnusable(e), e);
    }
  }

  private KeyPair openSsh(String text) throws IOException {
    OpenSSHKeyV1KeyFile key = new OpenSSHKeyV1KeyFile();
    key.init(text, null, new Finder());
    return new KeyPair(key.getPublic(), key.getPrivate());
  }

  private KeyPair pem(String text) throws IOException, GeneralSecurityException {
    return PemKeys.read(text, this::passphrase);
  }

  private String text() throws IdentityException {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new IdentityException(file, "is too large for a private key", null);
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IdentityException(file, "there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new IdentityException(file, "may not be read by this user", e);
    } catch (IdentityException e) {
      throw e;
    } catch (IOException e) {
      throw new IdentityException(file, "cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private char[] passphrase() {
    asked = true;
    char @Nullable [] secret = passphrases.passphraseOf(file);
    given = secret != null;
    return secret == null ? new char[0] : Arrays.copyOf(secret, secret.length);
  }

  private String whyUnusable(Exception e) {
    if (PublicHalf.of(file).filter(key -> key.type().startsWith("sk-")).isPresent()) {
      return "needs its security token; load it into an agent with `ssh-add`";
    }
    if (asked && !given) {
      return "is encrypted and no passphrase was given";
    }
    if (asked) {
      return "the passphrase is wrong";
    }
    return "is no private key that can be read here (" + e.getClass().getSimpleName() + ")";
  }

  private static String whyNoKey(String text) {
    if (text.startsWith("PuTTY-User-Key-File-")) {
      return "is in PuTTY's format; convert it with `puttygen … -O private-openssh`";
    }
    if (text.startsWith("ssh-") || text.startsWith("ecdsa-") || text.contains(" PUBLIC KEY-----")) {
      return "is a public key; the private one is needed (the file without .pub, or an agent that"
          + " holds it)";
    }
    return "is not in a known private key format (OpenSSH, PEM or PKCS#8)";
  }

  private final class Finder implements PasswordFinder {
    @Override
    public char[] reqPassword(@Nullable Resource<?> resource) {
      return passphrase();
    }

    @Override
    public boolean shouldRetry(@Nullable Resource<?> resource) {
      return false;
    }
  }
}
