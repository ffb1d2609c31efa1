package org.leafinventory.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.ssh.config.ConfigFile;
import org.leafinventory.ssh.config.SshConfig;

/**
 * Builds an {@link SshTransport}. What is not set here is as the SSH configuration says, and what
 * that does not say is as {@code ssh} has it:
 *
 * <ul>
 *   <li>configuration: {@code ~/.ssh/config}, then {@code /etc/ssh/ssh_config}
 *   <li>user: the system property {@code user.name}
 *   <li>agent: the one that {@code SSH_AUTH_SOCK} names
 *   <li>identities: those of {@code ~/.ssh/id_ed25519}, {@code id_ecdsa} and {@code id_rsa} that
 *       exist; with a password and no identity named, neither those nor the agent's
 *   <li>passphrase and password: none; at most 5 keys are offered
 *   <li>known hosts: {@code ~/.ssh/known_hosts} and {@code /etc/ssh/ssh_known_hosts}
 *   <li>host keys: {@link HostKeyPolicy#strict()}
 *   <li>jump hosts: none
 *   <li>limits: 10 seconds to connect, 15 to authenticate (both for each host on the way), 120 in
 *       all; 16 MiB of standard output, 1 MiB of standard error
 * </ul>
 *
 * <p>Not thread-safe; the transports it builds are, and do not change with it.
 */
public final class SshTransportBuilder {

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final ByteSize MOST = ByteSize.ofGibibytes(1);

  private static final int MOST_KEYS = 100;

  private @Nullable String user;
  private final List<Path> identities = new ArrayList<>();
  private PassphraseSource passphrases = file -> null;
  private @Nullable Supplier<char[]> password;
  private AgentChoice agent = AgentChoice.ofUsual();
  private @Nullable Boolean identitiesOnly;
  private int maxKeys = 5;
  private @Nullable List<Path> knownHosts;
  private @Nullable HostKeyPolicy hostKeys;
  private @Nullable List<Target> jumps;
  private @Nullable List<Path> configs;
  private Function<String, Optional<String>> environment =
      name -> Optional.ofNullable(System.getenv(name));
  private @Nullable Duration connectTimeout;
  private Duration authTimeout = Duration.ofSeconds(15);
  private Duration collectTimeout = Duration.ofMinutes(2);
  private ByteSize maxStdout = ByteSize.ofMebibytes(16);
  private ByteSize maxStderr = ByteSize.ofMebibytes(1);
  private @Nullable ScheduledExecutorService scheduler;

  SshTransportBuilder() {}

  /**
   * The user to log in as where the target names none, as {@code ssh -l}. Not for jump hosts, whose
   * users are their own.
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
   * SEC 1, PKCS#8), with a certificate beside it if there is a {@code FILE-cert.pub}; or a public
   * key file whose private half the agent holds. May be called repeatedly; the keys are tried in
   * this order, those that the agent holds before others. The file is read when a run needs it, and
   * a file that cannot be used is a matter of that run.
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
   * The agent that listens on this socket, instead of the usual one. An agent's keys are never read
   * by us: it signs for us. Of several keys, it is asked only for those that the server would take.
   */
  public SshTransportBuilder agent(Path socket) {
    agent = AgentChoice.at(socket.toAbsolutePath());
    return this;
  }

  /** No agent, whatever environment and configuration say. */
  public SshTransportBuilder noAgent() {
    agent = AgentChoice.none();
    return this;
  }

  /**
   * Whether only the identity files' keys are offered, and not whatever else the agent holds. As
   * {@code IdentitiesOnly}.
   */
  public SshTransportBuilder identitiesOnly(boolean only) {
    identitiesOnly = only;
    return this;
  }

  /**
   * How many keys are offered at most. A server counts each as an attempt, and hangs up after
   * {@code MaxAuthTries}, 6 if nobody has changed it.
   *
   * @throws IllegalArgumentException unless 1 to 100
   */
  public SshTransportBuilder maxKeys(int most) {
    require(most >= 1 && most <= MOST_KEYS, "maxKeys must be 1 to " + MOST_KEYS + ", not " + most);
    maxKeys = most;
    return this;
  }

  /**
   * The configuration files, instead of {@code ~/.ssh/config} and {@code /etc/ssh/ssh_config}, the
   * first one counting most; as {@code ssh -F}. Read anew for every run; each has to exist.
   *
   * @throws IllegalArgumentException if none is given
   */
  public SshTransportBuilder sshConfig(Path... files) {
    require(files.length > 0, "name at least one configuration file, or use noSshConfig()");
    configs = Stream.of(files).map(Path::toAbsolutePath).toList();
    return this;
  }

  /** No configuration file at all. */
  public SshTransportBuilder noSshConfig() {
    configs = List.of();
    return this;
  }

  /**
   * The hosts to go through, from here to there, instead of those that the configuration has for
   * the target; none for a direct connection. As {@code ssh -J}: each is looked up in the
   * configuration, its own jump hosts included, has its own user and host key, and is offered the
   * identities given here, but never the password.
   *
   * @throws IllegalArgumentException if one is no SSH target
   */
  public SshTransportBuilder jumps(Target... hosts) {
    for (Target host : hosts) {
      require(host.scheme().equals(Target.SSH), host + " is no SSH host to go through");
    }
    jumps = List.of(hosts);
    return this;
  }

  /** The environment variables, instead of the process's; for tests. */
  SshTransportBuilder environment(Function<String, Optional<String>> variables) {
    environment = variables;
    return this;
  }

  /**
   * The known_hosts files, instead of the default ones, read anew for every run. A file that does
   * not exist is one without lines. The first one takes new keys, where the policy believes those.
   *
   * @throws IllegalArgumentException if none is given
   */
  public SshTransportBuilder knownHosts(Path... files) {
    require(files.length > 0, "name at least one known_hosts file");
    knownHosts = Stream.of(files).map(Path::toAbsolutePath).toList();
    return this;
  }

  /** Which host keys are good enough, whatever {@code StrictHostKeyChecking} says. */
  public SshTransportBuilder hostKeys(HostKeyPolicy policy) {
    hostKeys = Objects.requireNonNull(policy);
    return this;
  }

  /**
   * How long it may take to resolve the name, connect and exchange keys, together; for each host on
   * the way.
   *
   * @throws IllegalArgumentException unless more than zero and at most one day
   */
  public SshTransportBuilder connectTimeout(Duration limit) {
    connectTimeout = requireTimeout("connectTimeout", limit);
    return this;
  }

  /**
   * How long the login may take, an agent's signature included; for each host on the way.
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
    return new SshTransport(settings());
  }

  Settings settings() {
    Path home = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
    Settings.Surroundings surroundings =
        new Settings.Surroundings(System.getProperty("user.name", ""), home, environment);
    return new Settings(
        Optional.ofNullable(user),
        List.copyOf(identities),
        passphrases,
        password,
        agent,
        Optional.ofNullable(identitiesOnly),
        maxKeys,
        Optional.ofNullable(knownHosts),
        Optional.ofNullable(hostKeys),
        Optional.ofNullable(jumps),
        new SshConfig(configFiles(surroundings.sshFolder()), home),
        surroundings,
        new Settings.Limits(
            Optional.ofNullable(connectTimeout), authTimeout, collectTimeout, maxStdout, maxStderr),
        scheduler != null ? scheduler : Watchdogs.shared());
  }

  private List<ConfigFile> configFiles(Path sshFolder) {
    return configs == null
        ? List.of(ConfigFile.ofUser(sshFolder), ConfigFile.ofSystem())
        : configs.stream().map(file -> ConfigFile.named(file, sshFolder)).toList();
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
