package org.leafinventory.collect;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a collector is pointed at: a scheme that picks the collector and an address that the
 * collector understands.
 *
 * <p>Written {@code 10.1.1.10}, {@code admin@host}, {@code ssh://admin@host:2222}, {@code
 * ssh://[fe80::1]:22}, or for schemes without a network {@code local:} and {@code oshi:local}. A
 * target never holds a password: {@code user:password@host} is refused, so that targets may appear
 * in logs, events and exceptions. Where there is no network, {@code %40} stands for an {@code @}
 * and {@code %25} for a {@code %}: {@code recording:/tmp/studio%40home}.
 *
 * <p>Immutable and thread-safe.
 */
public final class Target {

  /** The scheme of a target that names none. */
  public static final String SSH = "ssh";

  private final String scheme;
  private final String address;
  private final Optional<String> user;
  private final OptionalInt port;

  Target(String scheme, String address, Optional<String> user, OptionalInt port) {
    this.scheme = scheme;
    this.address = address;
    this.user = user;
    this.port = port;
  }

  /**
   * Reads a target as people write it.
   *
   * @throws IllegalArgumentException if {@code text} is not a target; the message says why and
   *     shows what one looks like
   */
  public static Target parse(String text) {
    return TargetText.parse(text);
  }

  /**
   * The SSH target {@code host}, with user and port left to the collector.
   *
   * @throws IllegalArgumentException if {@code host} is not a host name or address
   */
  public static Target ssh(String host) {
    return new Target(
        SSH, TargetText.requireHost(host, host), Optional.empty(), OptionalInt.empty());
  }

  /**
   * A target of any scheme, its address understood by that scheme's collector alone. White space
   * around the address is dropped.
   *
   * @param scheme a lower-case letter, then lower-case letters, digits, {@code +}, {@code .} or
   *     {@code -}
   * @throws IllegalArgumentException if {@code scheme} is none, or {@code address} holds a control
   *     character or what may be a password, or the scheme is {@code ssh} and it is not a host
   */
  public static Target of(String scheme, String address) {
    TargetText.requireScheme(scheme);
    if (scheme.equals(SSH)) {
      return ssh(address);
    }
    return new Target(
        scheme,
        TargetText.requireAddress(address.strip(), scheme + ":" + address),
        Optional.empty(),
        OptionalInt.empty());
  }

  /**
   * {@code scheme}, once it is sure to be one.
   *
   * @throws IllegalArgumentException if it is not a lower-case letter, then lower-case letters,
   *     digits, {@code +}, {@code .} or {@code -}
   */
  public static String requireScheme(String scheme) {
    return TargetText.requireScheme(scheme);
  }

  /**
   * The same target with this user name.
   *
   * @throws IllegalArgumentException if it is no user name, or the address is not a host
   */
  public Target withUser(String newUser) {
    TargetText.requireHost(address, toString());
    return new Target(scheme, address, Optional.of(TargetText.requireUser(newUser, newUser)), port);
  }

  /**
   * The same target with this port.
   *
   * @param newPort 1 to 65535
   * @throws IllegalArgumentException if it is out of range, or the address is not a host
   */
  public Target withPort(int newPort) {
    TargetText.requireHost(address, toString());
    return new Target(
        scheme, address, user, OptionalInt.of(TargetText.requirePort(newPort, toString())));
  }

  /** Which collector answers for this target: {@code ssh}, {@code local}, {@code recording}, … */
  public String scheme() {
    return scheme;
  }

  /**
   * Host name or IP address (IPv6 without brackets), or what the scheme's collector understands.
   */
  public String address() {
    return address;
  }

  /** The user to log in as; empty leaves it to the collector. */
  public Optional<String> user() {
    return user;
  }

  /** The port, 1 to 65535; empty leaves it to the collector. */
  public OptionalInt port() {
    return port;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Target that
        && scheme.equals(that.scheme)
        && address.equals(that.address)
        && user.equals(that.user)
        && port.equals(that.port);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, address, user, port);
  }

  /** The target in full, fit for a log line: {@code ssh://admin@host:2222}, {@code local:}. */
  @Override
  public String toString() {
    return TargetText.print(this);
  }
}
