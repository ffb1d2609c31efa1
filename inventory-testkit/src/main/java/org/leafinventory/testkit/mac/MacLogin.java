package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * What an SSH client needs to log in to simulated Macs, as files: a private key and the host keys.
 *
 * <pre>{@code
 * MacLogin login = MacLogin.in(folder);
 * try (SimulatedMac mac = login.start(SimulatedMac.builder("mac-mini-m4"))) {
 *   SshTransport ssh =
 *       SshTransport.builder().identity(login.identity()).knownHosts(login.knownHosts()).build();
 *   HardwareInventory inventory = SshCollector.over(ssh).collect(mac.target());
 * }
 * }</pre>
 *
 * <p>{@code ssh -i IDENTITY -o UserKnownHostsFile=KNOWN_HOSTS} takes the same files. Thread-safe;
 * one login may serve many Macs.
 */
public final class MacLogin {

  private final Path identity;
  private final Path knownHosts;
  private final KeyPair keys;

  private MacLogin(Path identity, Path knownHosts, KeyPair keys) {
    this.identity = identity;
    this.knownHosts = knownHosts;
    this.keys = keys;
  }

  /**
   * A login with a new key, its files in {@code folder}, which whoever calls removes.
   *
   * @throws UncheckedIOException if the files cannot be written
   */
  public static MacLogin in(Path folder) {
    KeyPair keys = OpenSshKeys.newKeyPair();
    Path base = folder.toAbsolutePath();
    try {
      Path identity =
          Files.createFile(
              base.resolve("id_ecdsa"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(identity)) {
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(keys, "simulated", null, out);
      }
      return new MacLogin(identity, Files.createFile(base.resolve("known_hosts")), keys);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the login of simulated Macs to " + base, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot write an ECDSA key", e);
    }
  }

  /** Starts a Mac that takes this login, and adds its host key to {@link #knownHosts()}. */
  public SimulatedMac start(SimulatedMacBuilder mac) {
    SimulatedMac started = mac.authorizedKey(keys.getPublic()).start();
    try {
      trust(started);
    } catch (UncheckedIOException e) {
      started.close();
      throw e;
    }
    return started;
  }

  private synchronized void trust(SimulatedMac mac) {
    try {
      Files.writeString(knownHosts, mac.knownHostsLine() + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + knownHosts, e);
    }
  }

  /** The private key, in OpenSSH's format, without a passphrase. */
  public Path identity() {
    return identity;
  }

  /** The {@code known_hosts} file with the keys of the Macs started so far. */
  public Path knownHosts() {
    return knownHosts;
  }

  /** Where the files are. */
  @Override
  public String toString() {
    return "MacLogin[" + identity + ", " + knownHosts + "]";
  }
}
