package org.leafinventory.collect;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Printable;

/**
 * The written form of a target. What is printed reads back as the same target, and no message shows
 * what may be a password.
 */
final class TargetText {

  private static final Pattern URL =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern OPAQUE =
      Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]*):(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern PORT_ALONE = Pattern.compile("[0-9]+/?");
  private static final Pattern NETWORK =
      Pattern.compile(
          "(?:(?<user>[^@/]*)@)?(?<host>\\[[^\\]]*\\]|[^:@/\\[\\]]*)(?::(?<port>[^:/]*))?/?");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?");
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
  private static final Pattern USER = Pattern.compile("[^\\s\\p{C}\\p{Z}:/@]+");
  private static final Pattern HOST = Pattern.compile("(?!-)[^\\s\\p{C}\\p{Z}:/@\\[\\]]+");
  private static final Pattern ADDRESS = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*");
  private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-Fa-f])");
  private static final int MAX_PORT = 65_535;

  private TargetText() {}

  static Target parse(String text) {
    String trimmed = text.strip();
    Matcher url = URL.matcher(trimmed);
    if (url.matches()) {
      refusePassword(url.group("rest"));
      return network(url.group("scheme").toLowerCase(Locale.ROOT), url.group("rest"), text);
    }
    refusePassword(trimmed);
    Matcher opaque = OPAQUE.matcher(trimmed);
    if (opaque.matches()
        && !IPV6.matcher(trimmed).matches()
        && !PORT_ALONE.matcher(opaque.group("rest")).matches()) {
      return Target.of(opaque.group("scheme"), decode(opaque.group("rest")));
    }
    return network(Target.SSH, trimmed, text);
  }

  static String print(Target target) {
    String address = target.address();
    if (target.user().isEmpty() && target.port().isEmpty() && !target.scheme().equals(Target.SSH)) {
      return target.scheme() + ":" + encode(target.scheme(), address);
    }
    return target.scheme()
        + "://"
        + target.user().map(name -> name + "@").orElse("")
        + (address.contains(":") ? "[" + address + "]" : address)
        + (target.port().isPresent() ? ":" + target.port().getAsInt() : "");
  }

  static String requireScheme(String scheme) {
    if (!SCHEME.matcher(scheme).matches()) {
      throw malformed(
          scheme, "a scheme is a lower-case letter, then such letters, digits, '+', '.' or '-'");
    }
    return scheme;
  }

  static String requireUser(String user, String text) {
    if (!USER.matcher(user).matches()) {
      throw malformed(text, "the user name is empty or holds a space, colon, slash or @");
    }
    return user;
  }

  static String requireHost(String host, String text) {
    if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      throw malformed(
          text, host.isEmpty() ? "the host is missing" : "the host is not a name or address");
    }
    return host;
  }

  static int requirePort(int port, String text) {
    if (port < 1 || port > MAX_PORT) {
      throw malformed(text, "the port must be a number from 1 to " + MAX_PORT);
    }
    return port;
  }

  static String requireAddress(String address, String text) {
    refusePassword(address);
    if (!ADDRESS.matcher(address).matches()) {
      throw malformed(text, "the address holds a control character");
    }
    return address;
  }

  private static Target network(String scheme, String rest, String text) {
    if (IPV6.matcher(rest).matches()) {
      return new Target(scheme, rest, Optional.empty(), OptionalInt.empty());
    }
    Matcher parts = NETWORK.matcher(rest);
    if (!parts.matches()) {
      throw malformed(text, "it is not made of user, host and port");
    }
    Optional<String> user = Optional.ofNullable(parts.group("user"));
    user.ifPresent(name -> requireUser(name, text));
    String host = requireHost(parts.group("host").replaceAll("^\\[|\\]$", ""), text);
    String port = parts.group("port");
    return new Target(
        scheme,
        host,
        user,
        port == null ? OptionalInt.empty() : OptionalInt.of(parsePort(port, text)));
  }

  private static int parsePort(String port, String text) {
    return requirePort(port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0, text);
  }

  /** Whatever stands between a colon and a later {@code @} may be a password, odd ones included. */
  private static void refusePassword(String text) {
    int colon = text.indexOf(':');
    if (colon >= 0 && text.indexOf('@', colon) >= 0) {
      throw new IllegalArgumentException(
          "a target may not hold a password; give it to the collector instead (user:password@… was"
              + " refused; an @ in a path is written %40)");
    }
  }

  /** Escapes what would read back as something else. */
  private static String encode(String scheme, String address) {
    String escaped = address.replace("%", "%25").replace("@", "%40");
    boolean ambiguous =
        escaped.startsWith("//")
            || PORT_ALONE.matcher(escaped).matches()
            || IPV6.matcher(scheme + ":" + escaped).matches();
    return ambiguous
        ? String.format("%%%02X", (int) escaped.charAt(0)) + escaped.substring(1)
        : escaped;
  }

  private static String decode(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex.group(1), 16))));
  }

  /** Shows the text up to the first colon at most: what follows may be a secret. */
  static IllegalArgumentException malformed(String text, String why) {
    int body = text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3;
    int colon = text.indexOf(':', body);
    String shown = colon < 0 ? text : text.substring(0, colon + 1) + "…";
    return new IllegalArgumentException(
        "not a target: "
            + Printable.quote(shown)
            + ": "
            + why
            + "; write 10.1.1.10, admin@host or ssh://admin@host:2222");
  }
}
