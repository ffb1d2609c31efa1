package org.leafinventory.ssh;

import java.util.List;
import java.util.Locale;

/**
 * How known_hosts files name a host.
 *
 * @param names the name with its port, then the bare one, which counts where the first is not known
 */
record KnownName(List<String> names) {

  /** {@code mac}; {@code [mac]:2222}, then {@code mac}. */
  static KnownName of(String host, int port) {
    String bare = host.toLowerCase(Locale.ROOT);
    return port == Destination.SSH_PORT
        ? new KnownName(List.of(bare))
        : new KnownName(List.of("[" + bare + "]:" + port, bare));
  }

  /** A name that stands for the host whatever its address and port. */
  static KnownName alias(String name) {
    return new KnownName(List.of(name.toLowerCase(Locale.ROOT)));
  }

  /** The name under which its key is recorded. */
  String exact() {
    return names.get(0);
  }

  /** The name without a port, which is what certificates vouch for. */
  String bare() {
    return names.get(names.size() - 1);
  }
}
