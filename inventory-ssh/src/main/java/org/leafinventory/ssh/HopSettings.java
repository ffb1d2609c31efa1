package org.leafinventory.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leafinventory.ssh.config.HomePath;
import org.leafinventory.ssh.config.HostConfig;
import org.leafinventory.ssh.config.HostConfig.Value;
import org.leafinventory.ssh.config.HostKeyChecking;
import org.leafinventory.ssh.config.SshConfigException;
import org.leafinventory.ssh.config.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds at one hop: the settings where they say something, else its configuration. */
final class HopSettings {

  private static final Logger LOG = LoggerFactory.getLogger(HopSettings.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final List<String> USUAL_IDENTITIES = List.of("id_ed25519", "id_ecdsa", "id_rsa");
  private static final String NO_FILE = "/dev/null";

  private final Settings settings;
  private final HostConfig config;
  private final Destination to;
  private final Tokens tokens;

  /**
   * @param name how the host was asked for
   */
  HopSettings(Settings settings, HostConfig config, String name, Destination to) {
    this.settings = settings;
    this.config = config;
    this.to = to;
    this.tokens =
        new Tokens(
            Map.of(
                'd', settings.surroundings().home().toString(),
                'h', to.host(),
                'k', config.hostKeyAlias().orElse(name),
                'n', name,
                'p', String.valueOf(to.port()),
                'r', to.user(),
                'u', settings.surroundings().localUser()),
            settings.surroundings().environment());
  }

  Duration connectTimeout() throws SshConfigException {
    Optional<Duration> set = settings.limits().connectTimeout();
    return set.isPresent() ? set.get() : config.connectTimeout().orElse(CONNECT_TIMEOUT);
  }

  HostKeySetup hostKeys() throws SshConfigException {
    KnownName name =
        config
            .hostKeyAlias()
            .map(KnownName::alias)
            .orElseGet(() -> KnownName.of(to.host(), to.port()));
    Path folder = settings.surroundings().sshFolder();
    Optional<List<Path>> set = settings.knownHosts();
    return new HostKeySetup(
        name,
        set.isPresent()
            ? set.get()
            : files(
                config.userKnownHostsFile(),
                folder.resolve("known_hosts"),
                folder.resolve("known_hosts2")),
        set.isPresent()
            ? List.of()
            : files(
                config.globalKnownHostsFile(),
                Path.of("/etc/ssh/ssh_known_hosts"),
                Path.of("/etc/ssh/ssh_known_hosts2")),
        policy(),
        config.hashKnownHosts());
  }

  private HostKeyPolicy policy() throws SshConfigException {
    if (settings.hostKeys().isPresent()) {
      HostKeyPolicy set = settings.hostKeys().get();
      return isTarget() ? set : set.ofJumpHosts();
    }
    return switch (config.strictHostKeyChecking().orElse(HostKeyChecking.ASK)) {
      case YES, ASK -> HostKeyPolicy.strict();
      case ACCEPT_NEW -> HostKeyPolicy.acceptNew();
      case NO -> {
        LOG.warn(
            "{}: StrictHostKeyChecking no is taken as accept-new: a changed key is refused",
            to.host());
        yield HostKeyPolicy.acceptNew();
      }
    };
  }

  /** The password is the target's: no host on the way is given it. */
  Login login() throws SshConfigException {
    Supplier<char[]> password = isTarget() ? settings.password() : null;
    List<Path> identities = new ArrayList<>(settings.identities());
    for (Value file : config.identityFiles()) {
      identities.add(path(file.text(), file.place()));
    }
    boolean passwordAlone = password != null && identities.isEmpty();
    if (identities.isEmpty() && !config.hasIdentityFiles() && !passwordAlone) {
      identities.addAll(usualIdentities());
    }
    List<Path> certificates = new ArrayList<>();
    for (Value file : config.certificateFiles()) {
      certificates.add(path(file.text(), file.place()));
    }
    return new Login(
        identities.stream().distinct().toList(),
        certificates,
        passwordAlone && settings.agent().usual() ? Optional.empty() : agent(),
        settings.identitiesOnly().isPresent()
            ? settings.identitiesOnly().get()
            : config.identitiesOnly().orElse(false),
        settings.maxKeys(),
        methods(),
        password);
  }

  private List<Path> usualIdentities() {
    Path folder = settings.surroundings().sshFolder();
    return USUAL_IDENTITIES.stream().map(folder::resolve).filter(Files::exists).toList();
  }

  private List<String> methods() {
    List<String> preferred = config.preferredAuthentications();
    return (preferred.isEmpty() ? Login.METHODS : preferred)
        .stream()
            .filter(Login.METHODS::contains)
            .filter(it -> !it.equals(Login.PUBLIC_KEY) || config.pubkeyAuthentication())
            .distinct()
            .toList();
  }

  private Optional<Agent> agent() throws SshConfigException {
    if (!settings.agent().usual()) {
      return settings.agent().socket().map(Agent::new);
    }
    Optional<Value> configured = config.identityAgent();
    if (configured.isEmpty() || configured.get().text().equals("SSH_AUTH_SOCK")) {
      return fromEnvironment("SSH_AUTH_SOCK");
    }
    String text = configured.get().text();
    if (text.equalsIgnoreCase("none")) {
      return Optional.empty();
    }
    return text.startsWith("$") && !text.startsWith("${")
        ? fromEnvironment(text.substring(1))
        : Optional.of(new Agent(path(text, configured.get().place())));
  }

  private Optional<Agent> fromEnvironment(String variable) {
    return settings
        .surroundings()
        .environment()
        .apply(variable)
        .filter(path -> !path.isBlank())
        .map(path -> new Agent(Path.of(path)));
  }

  private List<Path> files(Optional<Value> given, Path... usual) throws SshConfigException {
    if (given.isEmpty()) {
      return Stream.of(usual).toList();
    }
    List<Path> files = new ArrayList<>();
    for (String word : given.get().words()) {
      files.add(word.equalsIgnoreCase("none") ? Path.of(NO_FILE) : path(word, given.get().place()));
    }
    return files;
  }

  private Path path(String text, String place) throws SshConfigException {
    return HomePath.resolve(tokens.expand(text, place), settings.surroundings().home())
        .toAbsolutePath();
  }

  private boolean isTarget() {
    return to.role().isEmpty();
  }
}
