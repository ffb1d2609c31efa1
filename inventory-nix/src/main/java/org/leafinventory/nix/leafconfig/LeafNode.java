package org.leafinventory.nix.leafconfig;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;

/** One host of a leaf: its name and how it is reached. Immutable and thread-safe. */
public final class LeafNode {

  private static final Pattern DOTTED_NUMBER = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
  private static final int MAX_PORT = 65_535;

  private final HostName hostname;
  private final Target target;

  private LeafNode(HostName hostname, Target target) {
    this.hostname = hostname;
    this.target = target;
  }

  /**
   * A host with user and port left to the collector.
   *
   * @param address a host name or IP address (IPv6 without brackets)
   * @throws IllegalArgumentException if {@code address} is neither
   */
  public static LeafNode of(HostName hostname, String address) {
    if (DOTTED_NUMBER.matcher(address).matches() && !IPV4.matcher(address).matches()) {
      throw notAnAddress(address, null);
    }
    try {
      return new LeafNode(hostname, Target.ssh(address));
    } catch (IllegalArgumentException e) {
      throw notAnAddress(address, e);
    }
  }

  /**
   * The same host with this user to log in as.
   *
   * @throws IllegalArgumentException if it is no user name; one that begins with a dash, which
   *     {@code ssh} would take for an option, is none
   */
  public LeafNode withUsername(String username) {
    if (!username.startsWith("-")) {
      try {
        return new LeafNode(hostname, target.withUser(username));
      } catch (IllegalArgumentException e) {
        throw notAUser(username, e);
      }
    }
    throw notAUser(username, null);
  }

  /**
   * The same host with this SSH port.
   *
   * @param sshPort 1 to 65535
   * @throws IllegalArgumentException if it is out of range
   */
  public LeafNode withSshPort(int sshPort) {
    if (sshPort < 1 || sshPort > MAX_PORT) {
      throw new IllegalArgumentException(notAPort(Integer.toString(sshPort)));
    }
    return new LeafNode(hostname, target.withPort(sshPort));
  }

  /** The name under which the host is filed. */
  public HostName hostname() {
    return hostname;
  }

  /** Host name or IP address (IPv6 without brackets). */
  public String address() {
    return target.address();
  }

  /** The user to log in as; empty leaves it to the collector. */
  public Optional<String> username() {
    return target.user();
  }

  /** The SSH port, 1 to 65535; empty leaves it to the collector. */
  public OptionalInt sshPort() {
    return target.port();
  }

  /** The host as a collector is pointed at it: {@code ssh://username@address:sshPort}. */
  public Target target() {
    return target;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafNode that
        && hostname.equals(that.hostname)
        && target.equals(that.target);
  }

  @Override
  public int hashCode() {
    return Objects.hash(hostname, target);
  }

  /** Fit for a log line: {@code mac-prod-01 (ssh://admin@10.1.1.10:22)}. */
  @Override
  public String toString() {
    return hostname + " (" + target + ")";
  }

  static String notAPort(String number) {
    return "not a port: " + Printable.line(number) + "; write a whole number from 1 to " + MAX_PORT;
  }

  private static IllegalArgumentException notAnAddress(String address, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "not an address: "
            + Printable.quote(address)
            + "; write a host name or IP address, without user, port and brackets",
        cause);
  }

  private static IllegalArgumentException notAUser(String username, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "not a user name: "
            + Printable.quote(username)
            + "; write the name to log in with, without spaces, ':', '/' and '@', no dash first",
        cause);
  }
}
