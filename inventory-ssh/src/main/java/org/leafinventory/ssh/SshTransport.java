package org.leafinventory.ssh;

import org.leafinventory.collect.Target;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;

/**
 * Runs a script on a machine over SSH: one TCP connection, one command ({@code exec /bin/sh}), the
 * script on its standard input.
 *
 * <pre>{@code
 * SshTransport ssh = SshTransport.builder().user("admin").build();
 * Transcript said = ssh.run(Target.parse("mac1.local"), "sysctl -n hw.memsize\n");
 * }</pre>
 *
 * <p>A run uses the calling thread and, while it lasts, one daemon thread that reads the socket. It
 * is bounded: a machine that is silent, sends a byte at a time, stops reading, or never stops
 * talking ends it at one of the limits of the {@link SshTransportBuilder}. When it returns or
 * throws, its socket is closed and its thread has ended. (Only a system's resolver that hangs
 * outlives its run: a name look-up cannot be ended, so it is left behind on a daemon thread.)
 * Before Java 24 a run pins a virtual thread it is called on; platform threads serve better there.
 *
 * <p>Immutable and thread-safe; one transport serves any number of hosts at once. There is nothing
 * to close. Decrypted identities are kept in memory as long as the transport is.
 */
public final class SshTransport implements Transport {

  private final Settings settings;
  private final KeyRing keys;
  private final Algorithms algorithms = new Algorithms();

  SshTransport(Settings settings) {
    this.settings = settings;
    this.keys = new KeyRing(settings.identities(), settings.passphrases());
  }

  /** A builder with the defaults that {@code ssh} has: this user, its keys, its known hosts. */
  public static SshTransportBuilder builder() {
    return new SshTransportBuilder();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A target without a user is asked as the transport's default user, one without a port on port
   * 22. The kinds of failure are:
   *
   * <ul>
   *   <li>{@code UNSUPPORTED}: the target's scheme is not {@code ssh}.
   *   <li>{@code RESOLVE}: the host name has no address.
   *   <li>{@code CONNECT}: refused, no route, no SSH server there, no common algorithm, or gone
   *       before the login was over.
   *   <li>{@code HOST_KEY}: the key is unknown, has changed or is revoked; the message shows the
   *       fingerprints and the known_hosts lines concerned.
   *   <li>{@code AUTHENTICATION}: nothing was accepted; the message names what was tried in which
   *       order, and each attempt and each unusable identity is a suppressed exception.
   *   <li>{@code TIMEOUT}: a limit was reached; the message names the step and the limit.
   *   <li>{@code COMMAND}: no session, no shell, too much output, or the connection was lost.
   *   <li>{@code CANCELLED}: the thread was interrupted; the flag is still set.
   * </ul>
   */
  @Override
  public Transcript run(Target target, String script) {
    Destination to = Destination.of(target, settings.user());
    KeyRing.Contents identities;
    try {
      identities = keys.open();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.cancelled(target, e);
    }
    return new SshRun(to, settings, algorithms).execute(identities, script);
  }

  /** The settings, without secrets. */
  @Override
  public String toString() {
    return "SshTransport[" + settings + "]";
  }
}
