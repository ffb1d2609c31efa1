package org.leafinventory.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.ssh.config.HostConfig;
import org.leafinventory.ssh.config.HostQuery;
import org.leafinventory.ssh.config.JumpHost;
import org.leafinventory.ssh.config.SshConfigException;

/**
 * Finds the way to a target: which servers to go through, each with its own name, user, keys and
 * known hosts, as settings and SSH configuration say.
 */
final class Router {

  private static final int MAX_HOPS = 10;

  private final Settings settings;

  Router(Settings settings) {
    this.settings = settings;
  }

  /**
   * The servers to go through, the target's own last.
   *
   * @throws CollectionException {@link FailureKind#UNSUPPORTED} if the target is none for SSH, or
   *     the configuration asks for what cannot be done
   */
  List<Hop> route(Target target) {
    Destination.requireSsh(target);
    try {
      return new Way(target).find();
    } catch (SshConfigException e) {
      throw new CollectionException(
          target, FailureKind.UNSUPPORTED, String.valueOf(e.getMessage()), e.advice(), e);
    }
  }

  /**
   * The host that is connected to first on the way to {@code target}; empty if that cannot be told,
   * for whatever reason {@link #route} would give. Looks at no more than that takes.
   */
  Optional<String> entryPoint(Target target) {
    if (!target.scheme().equals(Target.SSH)) {
      return Optional.empty();
    }
    try {
      JumpHost end = JumpHost.of(target);
      HostConfig config = configOf(end, end.user().or(settings::user));
      Optional<List<JumpHost>> given = givenJumps();
      List<JumpHost> jumps = given.isPresent() ? given.get() : config.jumpHosts();
      for (int hops = 0; hops < MAX_HOPS && !jumps.isEmpty(); hops++) {
        JumpHost first = jumps.get(0);
        config = configOf(first, first.user());
        jumps = config.jumpHosts();
      }
      return jumps.isEmpty() ? Optional.of(config.hostName()) : Optional.empty();
    } catch (SshConfigException noWay) {
      return Optional.empty();
    }
  }

  private Optional<List<JumpHost>> givenJumps() {
    return settings.jumps().map(it -> it.stream().map(JumpHost::of).toList());
  }

  private HostConfig configOf(JumpHost host, Optional<String> user) throws SshConfigException {
    return settings
        .config()
        .resolve(new HostQuery(host.host(), user, settings.surroundings().localUser()));
  }

  /** One search. */
  private final class Way {

    private final Target target;
    private final List<Hop> hops = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Way(Target target) {
      this.target = target;
    }

    List<Hop> find() throws SshConfigException {
      JumpHost end = JumpHost.of(target);
      HostConfig config = configOf(end, end.user().or(settings::user));
      Server server = server(end, config);
      enter(server);
      goThrough(config, givenJumps());
      hops.add(hop(server, config, ""));
      return hops;
    }

    /** As OpenSSH: only the first hop may have hops of its own, the others lie behind it. */
    private void goThrough(HostConfig config, Optional<List<JumpHost>> given)
        throws SshConfigException {
      Optional<HostConfig.Value> command = config.proxyCommand();
      if (given.isEmpty() && command.isPresent()) {
        throw new SshConfigException(
            command.get().place(),
            "ProxyCommand is not supported: no command is run here",
            "use ProxyJump, or give this target a way without it");
      }
      boolean first = true;
      for (JumpHost jump : given.isPresent() ? given.get() : config.jumpHosts()) {
        HostConfig jumpConfig = configOf(jump, jump.user());
        Server server = server(jump, jumpConfig);
        if (first) {
          enter(server);
          goThrough(jumpConfig, Optional.empty());
          open.remove(open.size() - 1);
          first = false;
        }
        hops.add(
            hop(
                server,
                jumpConfig,
                Destination.roleOfJumpHost(server.user(), server.host(), server.port())));
        if (hops.size() > MAX_HOPS) {
          throw circle("goes through more than " + MAX_HOPS + " hosts");
        }
      }
    }

    private void enter(Server server) throws SshConfigException {
      String name = server.toString();
      if (open.contains(name)) {
        throw circle(
            "goes in a circle: "
                + open.stream().map(it -> it + " → ").collect(Collectors.joining())
                + name);
      }
      open.add(name);
    }

    private SshConfigException circle(String what) {
      return new SshConfigException(
          "ProxyJump",
          "the way " + what,
          "set `ProxyJump none` for the jump host in ~/.ssh/config");
    }

    private Hop hop(Server server, HostConfig config, String role) throws SshConfigException {
      String via = hops.isEmpty() ? "" : hops.get(hops.size() - 1).to().role();
      Destination to =
          new Destination(target, server.host(), server.port(), server.user(), role, via);
      HopSettings own = new HopSettings(settings, config, server.name(), to);
      return new Hop(to, own.hostKeys(), own.login(), own.connectTimeout());
    }

    private Server server(JumpHost host, HostConfig config) throws SshConfigException {
      int port = host.port().orElse(config.port().orElse(Destination.SSH_PORT));
      String user = config.user().orElse(settings.surroundings().localUser());
      return new Server(host.host(), config.hostName(), port, user);
    }
  }

  /** Name is how it was asked for, host what it leads to. */
  private record Server(String name, String host, int port, String user) {
    @Override
    public String toString() {
      return user + "@" + host + ":" + port;
    }
  }
}
