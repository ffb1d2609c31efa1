package org.leafinventory.ssh;

import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/**
 * Where a target leads and who logs in there: the one place that turns a {@link Target} into host,
 * port and user.
 */
record Destination(Target target, String host, int port, String user) {

  static final int SSH_PORT = 22;

  /**
   * Resolves what {@code target} leaves open.
   *
   * @throws CollectionException {@link FailureKind#UNSUPPORTED} if the target is not an SSH target
   */
  static Destination of(Target target, String defaultUser) {
    if (!target.scheme().equals(Target.SSH)) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "the SSH transport cannot reach a target of the scheme " + target.scheme(),
          "write it as ssh://user@host:port, or give it to the collector of that scheme");
    }
    return new Destination(
        target,
        target.address(),
        target.port().orElse(SSH_PORT),
        target.user().orElse(defaultUser));
  }

  /** The host as known_hosts files name it: {@code mac}, {@code [mac]:2222}. */
  String knownHostsName() {
    return KnownHosts.nameOf(host, port);
  }
}
