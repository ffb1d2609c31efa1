package org.leafinventory.ssh;

import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Printable;

/**
 * One SSH server: the target's own or one on the way to it.
 *
 * @param target what was asked for, which messages begin with
 * @param host the name or address to connect to
 * @param role empty for the target's own server, else what messages call this one: {@code the jump
 *     host bastion}
 * @param via what connects to it: empty for this machine, else what messages call the jump host
 */
record Destination(Target target, String host, int port, String user, String role, String via) {

  static final int SSH_PORT = 22;

  /**
   * Refuses what is not for SSH.
   *
   * @throws CollectionException {@link FailureKind#UNSUPPORTED}
   */
  static void requireSsh(Target target) {
    if (!target.scheme().equals(Target.SSH)) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "the SSH transport cannot reach a target of the scheme " + target.scheme(),
          "write it as ssh://user@host:port, or give it to the collector of that scheme");
    }
  }

  /** How a message names a server on the way: {@code the jump host admin@bastion:2222}. */
  static String roleOfJumpHost(String user, String host, int port) {
    String shown = Printable.line(user + "@" + host);
    return "the jump host " + (port == SSH_PORT ? shown : shown + ":" + port);
  }

  /** The beginning of a reason: says at which server it went wrong, unless that is the target's. */
  String at() {
    return role.isEmpty() ? "" : "at " + role + ": ";
  }

  /** How a message names the machine: {@code the machine}, {@code the jump host bastion}. */
  String machine() {
    return role.isEmpty() ? "the machine" : role;
  }
}
