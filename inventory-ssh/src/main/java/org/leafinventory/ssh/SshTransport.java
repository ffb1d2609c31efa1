package org.leafinventory.ssh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Router router;
  private final KeyRing ring;

  SshTransport(Settings settings) {
    this.settings = settings;
    this.router = new Router(settings);
    this.ring = new KeyRing(settings.passphrases());
  }

  /**
   * A builder with the defaults that {@code ssh} has: this user, its configuration, agent, keys and
   * known hosts.
   */
  public static SshTransportBuilder builder() {
    return new SshTransportBuilder();
  }

  /**
   * {@inheritDoc}
   *
   * <p>What the target leaves open (user, port) and where it leads (host name, jump hosts) is as
   * the builder says, then as the SSH configuration says. The kinds of failure are:
   *
   * <ul>
   *   <li>{@code UNSUPPORTED}: the target's scheme is not {@code ssh}, or the SSH configuration
   *       asks for what cannot be done; the message names file and line.
   *   <li>{@code RESOLVE}: the host name has no address.
   *   <li>{@code CONNECT}: refused, no route, no SSH server there, no common algorithm, or gone
   *       before the login was over; there or at a jump host, which the message names.
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
    LogContext context = LogContext.of(target);
    try {
      List<Hop> route = router.route(target);
      return new SshRun(target, route, settings).execute(keys(route), script);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.cancelled(target, e);
    } finally {
      context.close();
    }
  }

  /**
   * The first jump host, as the builder or the SSH configuration says, else the target's own host
   * name. Reads the configuration, and resolves no name.
   */
  @Override
  public String entryPoint(Target target) {
    // What is wrong with a target is told when it is asked.
    return router.entryPoint(target).orElse(target.address());
  }

  /** Before the connection is made, so that a person may take time to give a passphrase. */
  private List<KeyOffer.Keys> keys(List<Hop> route) throws InterruptedException {
    HeldKeys held = new HeldKeys(settings.scheduler());
    List<KeyOffer.Keys> keys = new ArrayList<>();
    for (Hop hop : route) {
      List<IOException> problems = new ArrayList<>();
      List<Agent.Key> inAgent = List.of();
      try {
        Optional<Agent> agent = hop.login().agent();
        inAgent = agent.isPresent() ? held.of(agent.get()) : List.of();
      } catch (IOException e) {
        problems.add(e);
      }
      keys.add(KeyOffer.of(hop.login(), ring, inAgent, problems));
    }
    return keys;
  }

  /** The settings, without secrets. */
  @Override
  public String toString() {
    return "SshTransport[" + settings + "]";
  }
}
