package org.leafinventory.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.ByteSize;

/**
 * Builds an {@link SshTransport}. Every value has a default:
 *
 * <ul>
 *   <li>user: the system property {@code user.name}
 *   <li>identities: with no password either, those of {@code ~/.ssh/id_ed25519}, {@code id_ecdsa}
 *       and {@code id_rsa} that exist; with a password, none
 *   <li>passphrase and password: none
 *   <li>known hosts: {@code ~/.ssh/known_hosts} and {@code /etc/ssh/ssh_known_hosts}
 *   <li>host keys: {@link HostKeyPolicy#strict()}
 *   <li>limits: 10 seconds to connect, 15 to authenticate, 120 in all; 16 MiB of standard output, 1
 *       MiB of standard error
 * </ul>
 *
 * <p>Not thread-safe; the transports it builds are, and do not change with it.
 */
public final class SshTransportBuilder {

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final ByteSize MOST = ByteSize.ofGibibytes(1);

  private @Nullable String user;
  private final List<Path> identities = new ArrayList<>();
  private PassphraseSource passphrases = file -> null;
  private @Nullable Supplier<char[]> password;
  private @Nullable List<Path> knownHosts;
  private HostKeyPolicy hostKeys = HostKeyPolicy.strict();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration authTimeout = Duration.ofSeconds(15);
  private Duration collectTimeout = Duration.ofMinutes(2);
  private ByteSize maxStdout = ByteSize.ofMebibytes(16);
  private ByteSize maxStderr = ByteSize.ofMebibytes(1);
  private @Nullable ScheduledExecutorService scheduler;

  SshTransportBuilder() {}

  /**
   * The user to log in as where the target names none.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public SshTransportBuilder user(String name) {
    require(!name.isBlank(), "the user name is blank");
    user = name;
    return this;
  }

  /**
   * A private key file to log in with: Ed25519, RSA or ECDSA, in OpenSSH's format or PEM (PKCS#1,
   * SEC 1, PKCS#8). May be called repeatedly; the keys are tried in this order. The file is read
   * when a run needs it, and a file that cannot be used is a matter of that run.
   */
  public SshTransportBuilder identity(Path privateKey) {
    identities.add(privateKey.toAbsolutePath());
    return this;
  }

  /** The passphrase of every encrypted identity; copied. */
  public SshTransportBuilder passphrase(char[] passphrase) {
    char[] copy = passphrase.clone();
    return passphrase(file -> copy.clone());
  }

  /** Where the passphrases of encrypted identities come from. */
  public SshTransportBuilder passphrase(PassphraseSource source) {
    passphrases = Objects.requireNonNull(source);
    return this;
  }

  /**
   * A password, tried after the identities: with the method {@code password}, and as the answer to
   * the first hidden question of {@code keyboard-interactive}. Copied.
   */
  public SshTransportBuilder password(char[] secret) {
    char[] copy = secret.clone();
    return password(copy::clone);
  }

  /**
   * Where the password comes from. Asked at most once a run, when its turn comes, with the
   * connection waiting; by several threads at once if the transport is used so. The array it gives
   * is copied and left as it is.
   */
  public SshTransportBuilder password(Supplier<char[]> source) {
    password = Objects.requireNonNull(source);
    return this;
  }

  /**
   * The known_hosts files, instead of the default ones, read anew for every run. A file that does
   * not exist is one without lines.
   *
   * @throws IllegalArgumentException if none is given
   */
  public SshTransportBuilder knownHosts(Path... files) {
    require(files.length > 0, "name at least one known_hosts file");
    knownHosts = Stream.of(files).map(Path::toAbsolutePath).toList();
    return this;
  }

  /** Which host keys are good enough. */
  public SshTransportBuilder hostKeys(HostKeyPolicy policy) {
    hostKeys = Objects.requireNonNull(policy);
    return this;
  }

  /**
   * How long it may take to resolve the name, connect and exchange keys, together.
   *
   * @throws IllegalArgumentException unless more than zero and at most one day
   */
  public SshTransportBuilder connectTimeout(Duration limit) {
    connectTimeout = requireTimeout("connectTimeout", limit);
    return this;
  }

  /**
   * How long the login may take.
   *
   * @throws IllegalArgumentException unless more than zero and at most one day
   */
  public SshTransportBuilder authTimeout(Duration limit) {
    authTimeout = requireTimeout("authTimeout", limit);
    return this;
  }

  /**
   * How long a run may take in all, from resolving the name to the last byte of output.
   *
   * @throws IllegalArgumentException unless more than zero and at most one day
   */
  public SshTransportBuilder collectTimeout(Duration limit) {
    collectTimeout = requireTimeout("collectTimeout", limit);
    return this;
  }

  /**
   * How much a machine may say. More than that fails the run.
   *
   * @throws IllegalArgumentException unless both are more than zero and at most 1 GiB
   */
  public SshTransportBuilder maxOutput(ByteSize stdout, ByteSize stderr) {
    maxStdout = requireSize("stdout", stdout);
    maxStderr = requireSize("stderr", stderr);
    return this;
  }

  /**
   * The scheduler that watches over the time limits, instead of the one daemon thread that all
   * transports share. It only ever closes sockets; the transport does not shut it down, and a run
   * after it has been shut down is an {@link IllegalStateException}.
   */
  public SshTransportBuilder scheduler(ScheduledExecutorService executor) {
    scheduler = Objects.requireNonNull(executor);
    return this;
  }

  /** A transport with the values so far. Reads no key and opens no connection. */
  public SshTransport build() {
    Path sshFolder = Path.of(System.getProperty("user.home", "")).toAbsolutePath().resolve(".ssh");
    return new SshTransport(
        new Settings(
            user != null ? user : System.getProperty("user.name", ""),
            identities.isEmpty() && password == null
                ? usualIdentities(sshFolder)
                : List.copyOf(identities),
            passphrases,
            password,
            knownHosts != null
                ? knownHosts
                : List.of(sshFolder.resolve("known_hosts"), Path.of("/etc/ssh/ssh_known_hosts")),
            hostKeys,
            new Settings.Limits(connectTimeout, authTimeout, collectTimeout, maxStdout, maxStderr),
            scheduler != null ? scheduler : Watchdogs.shared()));
  }

  private static List<Path> usualIdentities(Path sshFolder) {
    return Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
        .map(sshFolder::resolve)
        .filter(Files::exists)
        .toList();
  }

  private static Duration requireTimeout(String name, Duration limit) {
    require(
        !limit.isNegative() && !limit.isZero() && limit.compareTo(LONGEST) <= 0,
        name + " must be more than zero and at most one day, not " + limit);
    return limit;
  }

  private static ByteSize requireSize(String name, ByteSize size) {
    require(
        size.bytes() > 0 && size.bytes() <= MOST.bytes(),
        "maxOutput of " + name + " must be 1 byte to 1 GiB, not " + size.bytes() + " bytes");
    return size;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
