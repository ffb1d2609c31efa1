package org.leafinventory.collect;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Printable;

/**
 * What a collector is pointed at: a scheme that picks the collector and an address that the
 * collector understands.
 *
 * <p>Written {@code 10.1.1.10}, {@code admin@host}, {@code ssh://admin@host:2222}, {@code
 * ssh://[fe80::1]:22}, or for schemes without a network {@code local:} and {@code oshi:local}. A
 * target never holds a password: {@code user:password@host} is refused, so that targets may appear
 * in logs, events and exceptions.
 *
 * <p>Immutable and thread-safe.
 */
public final class Target {

  /** The scheme of a target that names none. */
  public static final String SSH = "ssh";

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
  private static final Pattern NETWORK =
      Pattern.compile(
          "(?:(?<user>[^@/]*)@)?(?<host>\\[[^\\]]*\\]|[^:@/\\[\\]]*)(?::(?<port>[^:/]*))?/?");
  private static final Pattern OPAQUE =
      Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("[^\\s:/@\\p{Cntrl}]+");
  private static final Pattern HOST =
      Pattern.compile("[^\\s/@\\[\\]\\p{Cntrl}-][^\\s/@\\[\\]\\p{Cntrl}]*");
  private static final int MAX_PORT = 65_535;

  private final String scheme;
  private final String address;
  private final Optional<String> user;
  private final OptionalInt port;

  private Target(String scheme, String address, Optional<String> user, OptionalInt port) {
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
    String trimmed = text.strip();
    int slashes = trimmed.indexOf("://");
    if (slashes >= 0) {
      String scheme = trimmed.substring(0, slashes).toLowerCase(Locale.ROOT);
      requireScheme(scheme, text);
      return network(scheme, trimmed.substring(slashes + 3), text);
    }
    Matcher opaque = OPAQUE.matcher(trimmed);
    if (opaque.matches() && !looksLikeHostAndPort(opaque.group("rest"))) {
      return new Target(
          opaque.group("scheme"), opaque.group("rest"), Optional.empty(), OptionalInt.empty());
    }
    return network(SSH, trimmed, text);
  }

  /**
   * The SSH target {@code host}, with user and port left to the collector.
   *
   * @throws IllegalArgumentException if {@code host} is not a host name or address
   */
  public static Target ssh(String host) {
    requireHost(host, host);
    return new Target(SSH, host, Optional.empty(), OptionalInt.empty());
  }

  /**
   * A target of any scheme, its address understood by that scheme's collector alone.
   *
   * @param scheme a lower-case letter, then lower-case letters, digits, {@code +}, {@code .} or
   *     {@code -}
   * @throws IllegalArgumentException if {@code scheme} is none
   */
  public static Target of(String scheme, String address) {
    requireScheme(scheme, scheme + ":" + address);
    return new Target(scheme, address, Optional.empty(), OptionalInt.empty());
  }

  /** The same target with this user name. */
  public Target withUser(String newUser) {
    if (!USER.matcher(newUser).matches()) {
      throw malformed(newUser, "the user name may hold no space, colon, slash or @");
    }
    return new Target(scheme, address, Optional.of(newUser), port);
  }

  /** The same target with this port, 1 to 65535. */
  public Target withPort(int newPort) {
    return new Target(scheme, address, user, OptionalInt.of(requirePort(newPort, toString())));
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

  private static Target network(String scheme, String rest, String text) {
    boolean bareIpv6 =
        rest.indexOf(':') != rest.lastIndexOf(':') && !rest.contains("[") && !rest.contains("@");
    if (bareIpv6) {
      requireHost(rest, text);
      return new Target(scheme, rest, Optional.empty(), OptionalInt.empty());
    }
    Matcher parts = NETWORK.matcher(rest);
    if (!parts.matches()) {
      throw malformed(text, "it cannot be taken apart");
    }
    Optional<String> user = Optional.ofNullable(parts.group("user"));
    user.ifPresent(name -> requireUser(name, text));
    String host = parts.group("host").replaceAll("^\\[|\\]$", "");
    requireHost(host, text);
    String port = parts.group("port");
    return new Target(
        scheme,
        host,
        user,
        port == null ? OptionalInt.empty() : OptionalInt.of(parsePort(port, text)));
  }

  private static boolean looksLikeHostAndPort(String rest) {
    return rest.matches("[0-9]+") || rest.contains("@") || rest.contains(":");
  }

  private static void requireScheme(String scheme, String text) {
    if (!SCHEME.matcher(scheme).matches()) {
      throw malformed(text, "the scheme must be lower-case letters, digits, '+', '.' or '-'");
    }
  }

  private static void requireUser(String user, String text) {
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "a target may not hold a password; give it to the collector instead (user:password@… was"
              + " refused)");
    }
    if (!USER.matcher(user).matches()) {
      throw malformed(text, "the user name is empty or holds a space");
    }
  }

  private static void requireHost(String host, String text) {
    if (!HOST.matcher(host).matches()) {
      throw malformed(
          text, host.isEmpty() ? "the host is missing" : "the host is not a name or address");
    }
  }

  private static int parsePort(String port, String text) {
    if (!port.matches("[0-9]{1,5}")) {
      throw malformed(text, "the port must be a number from 1 to " + MAX_PORT);
    }
    return requirePort(Integer.parseInt(port), text);
  }

  private static int requirePort(int port, String text) {
    if (port < 1 || port > MAX_PORT) {
      throw malformed(text, "the port must be a number from 1 to " + MAX_PORT);
    }
    return port;
  }

  private static IllegalArgumentException malformed(String text, String why) {
    return new IllegalArgumentException(
        "not a target: "
            + Printable.quote(text)
            + ": "
            + why
            + "; write 10.1.1.10, admin@host or ssh://admin@host:2222");
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
    if (user.isEmpty() && port.isEmpty() && !scheme.equals(SSH)) {
      return scheme + ":" + Printable.line(address);
    }
    String host = address.contains(":") ? "[" + address + "]" : address;
    return scheme
        + "://"
        + user.map(name -> name + "@").orElse("")
        + Printable.line(host)
        + (port.isPresent() ? ":" + port.getAsInt() : "");
  }
}
