package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.leafinventory.collect.Target;

/**
 * A made-up Mac that listens for SSH on the loopback interface and runs what it is asked in a real
 * shell, where the commands of macOS answer as on the machine it pretends to be.
 *
 * <pre>{@code
 * try (SimulatedMac mac = SimulatedMac.start("mac-studio-m2-ultra")) {
 *   collector.collect(mac.target());
 *   assertThat(mac.execs()).isEqualTo(1);
 *   assertThat(mac.filesCreated()).isEmpty();
 * }
 * }</pre>
 *
 * <p>One user may log in, with a password or an authorized key. Only {@code exec} is served: no
 * interactive shell, no subsystem, no forwarding, at most ten channels a connection. The host key
 * is new for each Mac. The shell starts in an empty home folder, with the environment of an SSH
 * session without a terminal, and its exit status goes back (128 and the number if a signal ended
 * it). A command whose channel closes is killed with everything it started.
 *
 * <p>Needs a POSIX host with {@code /bin/sh}. Thread-safe; many Macs may run at once, each with two
 * network threads and three more for every running command.
 */
public final class SimulatedMac implements AutoCloseable {

  private final String machine;
  private final String host;
  private final MacServer.Login login;
  private final MacServer server;
  private final MacFolder folder;
  private final Children children;

  SimulatedMac(
      String machine,
      String host,
      MacServer.Login login,
      MacServer server,
      MacFolder folder,
      Children children) {
    this.machine = machine;
    this.host = host;
    this.login = login;
    this.server = server;
    this.folder = folder;
    this.children = children;
  }

  /** The names of all machines, sorted. */
  public static List<String> machines() {
    return SimulatedTools.machines();
  }

  /**
   * Starts a machine without faults on {@code 127.0.0.1}, with a random password.
   *
   * @throws IllegalArgumentException if there is no such machine
   * @throws UncheckedIOException if it cannot be started
   */
  public static SimulatedMac start(String machine) {
    return builder(machine).start();
  }

  /**
   * Prepares a machine.
   *
   * @throws IllegalArgumentException if there is no such machine
   */
  public static SimulatedMacBuilder builder(String machine) {
    return new SimulatedMacBuilder(SimulatedTools.of(machine));
  }

  /** The name of the machine it pretends to be. */
  public String machine() {
    return machine;
  }

  /** Where a collector finds it: user, address and port. */
  public Target target() {
    return Target.ssh(host).withUser(login.user()).withPort(port());
  }

  /** The loopback address it listens on. */
  public String host() {
    return host;
  }

  /** The TCP port it listens on. */
  public int port() {
    return server.port();
  }

  /** The one user that may log in. */
  public String user() {
    return login.user();
  }

  /** The password of that user. */
  public String password() {
    return login.password();
  }

  /** The fingerprint of its host key as OpenSSH shows it, {@code SHA256:…}. */
  public String hostKeyFingerprint() {
    return OpenSshKeys.fingerprint(server.hostKey().getPublic());
  }

  /** Its line of a {@code known_hosts} file, without a line end. */
  public String knownHostsLine() {
    return "[" + host + "]:" + port() + " " + OpenSshKeys.text(server.hostKey().getPublic());
  }

  /** How many TCP connections were made to it. */
  public int connections() {
    return server.connections();
  }

  /** How many commands it was asked to run. */
  public int execs() {
    return server.commands().size();
  }

  /** The commands it was asked to run, in order. */
  public List<String> commands() {
    return server.commands();
  }

  /**
   * The processes of its shells that live now: those of running commands and those that a command
   * left behind. Off Linux, what was left behind is not seen.
   */
  public List<ProcessHandle> runningChildren() {
    return children.alive();
  }

  /**
   * What commands left in the home folder (where they start) and in {@code TMPDIR}: paths that
   * begin with {@code home/} or {@code tmp/}, sorted. A file that is gone again is not seen.
   *
   * @throws UncheckedIOException if the folders cannot be read
   */
  public List<String> filesCreated() {
    return folder.filesCreated();
  }

  /**
   * Ends all connections and every process of this Mac, and removes what it wrote. Closing again
   * does nothing.
   *
   * @throws UncheckedIOException if something could not be removed
   */
  @Override
  public void close() {
    try {
      server.stop();
      children.killAll();
      folder.delete();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away the simulated Mac " + machine, e);
    }
  }

  @Override
  public String toString() {
    return "SimulatedMac[" + machine + " at " + target() + "]";
  }
}
