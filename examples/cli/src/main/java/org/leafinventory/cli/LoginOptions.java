package org.leafinventory.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.LocalCollector;
import org.leafinventory.collector.LocalTransport;
import org.leafinventory.probe.Recording;
import org.leafinventory.ssh.HostKeyPolicy;
import org.leafinventory.ssh.SshCollector;
import org.leafinventory.ssh.SshTransport;
import org.leafinventory.ssh.SshTransportBuilder;
import picocli.CommandLine.Option;

/** How a machine is reached and entered. */
final class LoginOptions {

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "TCP port (default: that of the target, else 22).")
  private @Nullable Integer port;

  @Option(
      names = {"-i", "--identity"},
      paramLabel = "FILE",
      description =
          "Private key, or a public one whose private half the agent holds; may be repeated"
              + " (default: as configured, else the usual ones in ~/.ssh).")
  private List<Path> identities = new ArrayList<>();

  @Option(
      names = "--identities-only",
      description = "Offer no other keys, whatever the agent holds.")
  private boolean identitiesOnly;

  @Option(names = "--no-agent", description = "Ask no SSH agent.")
  private boolean noAgent;

  @Option(
      names = {"-F", "--ssh-config"},
      paramLabel = "FILE",
      description =
          "SSH configuration, or 'none' (default: ~/.ssh/config, then /etc/ssh/ssh_config).")
  private @Nullable Path sshConfig;

  @Option(
      names = {"-J", "--jump"},
      paramLabel = "HOSTS",
      split = ",",
      converter = TargetConverter.class,
      description = "Hosts to go through, [user@]host[:port] with commas (default: as configured).")
  private List<Target> jumps = new ArrayList<>();

  @Option(
      names = "--passphrase",
      interactive = true,
      description = "Ask for the passphrase of the private key.")
  private char @Nullable [] passphrase;

  @Option(names = "--password", interactive = true, description = "Ask for the user's password.")
  private char @Nullable [] password;

  @Option(
      names = "--known-hosts",
      paramLabel = "FILE",
      description =
          "Known host keys (default: as configured, else ~/.ssh/known_hosts and the system's).")
  private List<Path> knownHosts = new ArrayList<>();

  @Option(
      names = "--host-keys",
      paramLabel = "POLICY",
      converter = HostKeyPolicyConverter.class,
      description =
          "Which host keys to believe: 'strict', known ones; 'accept-new', and those of new hosts,"
              + " which are recorded; 'SHA256:...', that one; '"
              + HostKeyPolicyConverter.INSECURE
              + "', whatever is shown (default: as configured, else strict).")
  private @Nullable HostKeyPolicy hostKeys;

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      description = "Limit for the connection (default: as configured, else 10).")
  private @Nullable Integer connectTimeout;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Limit for the whole collection (default: ${DEFAULT-VALUE}).")
  private int timeout = 120;

  @Option(
      names = "--probe-timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Limit for each command on the Mac (default: ${DEFAULT-VALUE}).")
  private int probeTimeout = 20;

  /** The target with what the options say of it. */
  Target complete(Target target, @Nullable String user) {
    Target complete = user == null ? target : target.withUser(user);
    OptionalInt wanted = port == null ? OptionalInt.empty() : OptionalInt.of(port);
    return wanted.isPresent() ? complete.withPort(wanted.getAsInt()) : complete;
  }

  /** Asks machines over SSH and the one it stands on in this way, others as they are registered. */
  Collector collector() {
    return new AnyCollector(ssh(), local());
  }

  /** What a machine says, uninterpreted. */
  Recording record(Target target) {
    return target.scheme().equals(LocalTransport.SCHEME)
        ? local().record(target)
        : ssh().record(target);
  }

  private SshCollector ssh() {
    return SshCollector.over(transport()).withProbeTimeout(probeLimit());
  }

  private LocalCollector local() {
    return LocalCollector.withDefaults().withProbeTimeout(probeLimit());
  }

  private Duration probeLimit() {
    return Duration.ofSeconds(probeTimeout);
  }

  private SshTransport transport() {
    SshTransportBuilder transport =
        SshTransport.builder().collectTimeout(Duration.ofSeconds(timeout));
    identities.forEach(transport::identity);
    if (identitiesOnly) {
      transport.identitiesOnly(true);
    }
    if (noAgent) {
      transport.noAgent();
    }
    if (passphrase != null) {
      transport.passphrase(passphrase);
    }
    if (password != null) {
      transport.password(password);
    }
    chooseWay(transport);
    return transport.build();
  }

  private void chooseWay(SshTransportBuilder transport) {
    if (sshConfig != null && sshConfig.toString().equals("none")) {
      transport.noSshConfig();
    } else if (sshConfig != null) {
      transport.sshConfig(sshConfig);
    }
    if (!jumps.isEmpty()) {
      transport.jumps(jumps.toArray(Target[]::new));
    }
    if (!knownHosts.isEmpty()) {
      transport.knownHosts(knownHosts.toArray(Path[]::new));
    }
    if (hostKeys != null) {
      transport.hostKeys(hostKeys);
    }
    if (connectTimeout != null) {
      transport.connectTimeout(Duration.ofSeconds(connectTimeout));
    }
  }
}
