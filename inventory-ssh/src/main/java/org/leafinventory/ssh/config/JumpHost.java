package org.leafinventory.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Printable;

/** A host on the way: what a ProxyJump says of it. */
public record JumpHost(String host, Optional<String> user, OptionalInt port) {

  /** A hop as a target names it. */
  public static JumpHost of(Target target) {
    return new JumpHost(target.address(), target.user(), target.port());
  }

  static List<JumpHost> parseList(HostConfig.Value value) throws SshConfigException {
    List<JumpHost> hosts = new ArrayList<>();
    for (String text : value.text().split(",", -1)) {
      try {
        Target target = Target.parse(text);
        if (!target.scheme().equals(Target.SSH)) {
          throw new IllegalArgumentException("not an SSH host");
        }
        hosts.add(of(target));
      } catch (IllegalArgumentException e) {
        throw new SshConfigException(
            value.place(),
            Printable.quote(text) + " is no jump host",
            "write ProxyJump user@host:port, several with commas",
            e);
      }
    }
    return hosts;
  }

  /** As people write it: {@code admin@bastion:2222}. */
  @Override
  public String toString() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return user.map(name -> name + "@").orElse("")
        + shown
        + (port.isPresent() ? ":" + port.getAsInt() : "");
  }
}
