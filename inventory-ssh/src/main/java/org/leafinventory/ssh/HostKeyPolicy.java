package org.leafinventory.ssh;

import java.util.function.Predicate;

/**
 * Which host keys are good enough to talk to a host.
 *
 * <p>Immutable and thread-safe. There is no policy that accepts every key.
 */
public final class HostKeyPolicy {

  private static final HostKeyPolicy STRICT =
      new HostKeyPolicy("strict", standing -> standing == KnownHosts.Standing.KNOWN);

  private final String name;
  private final Predicate<KnownHosts.Standing> accepted;

  private HostKeyPolicy(String name, Predicate<KnownHosts.Standing> accepted) {
    this.name = name;
    this.accepted = accepted;
  }

  /**
   * Only keys that stand in the known_hosts files for this host: an unknown, changed or revoked key
   * ends the run before anything is sent. As {@code StrictHostKeyChecking yes}; the default.
   */
  public static HostKeyPolicy strict() {
    return STRICT;
  }

  boolean accepts(KnownHosts.Standing standing) {
    return accepted.test(standing);
  }

  /** The name of the policy: {@code strict}. */
  @Override
  public String toString() {
    return name;
  }
}
