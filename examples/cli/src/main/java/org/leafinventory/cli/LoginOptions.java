package org.leafinventory.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.CollectorRegistry;
import org.leafinventory.collector.LocalCollector;
import org.leafinventory.collector.LocalTransport;
import org.leafinventory.probe.Recording;
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
      description = "Private key; may be repeated (default: the usual ones in ~/.ssh).")
  private List<Path> identities = new ArrayList<>();

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
      description = "Known host keys (default: ~/.ssh/known_hosts and the system's).")
  private List<Path> knownHosts = new ArrayList<>();

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Limit for the connection (default: ${DEFAULT-VALUE}).")
  private int connectTimeout = 10;

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
    return CollectorRegistry.discover()
        .with(Target.SSH, ssh())
        .with(LocalTransport.SCHEME, local());
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
        SshTransport.builder()
            .connectTimeout(Duration.ofSeconds(connectTimeout))
            .collectTimeout(Duration.ofSeconds(timeout));
    identities.forEach(transport::identity);
    if (passphrase != null) {
      transport.passphrase(passphrase);
    }
    if (password != null) {
      transport.password(password);
    }
    if (!knownHosts.isEmpty()) {
      transport.knownHosts(knownHosts.toArray(Path[]::new));
    }
    return transport.build();
  }
}
