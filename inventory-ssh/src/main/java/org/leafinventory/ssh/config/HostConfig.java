package org.leafinventory.ssh.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Printable;

/**
 * What the files say of one host. A value is only looked into when it is asked for.
 *
 * <p>Every accessor throws {@link SshConfigException}, naming the line, for a value that makes no
 * sense.
 */
public final class HostConfig {

  static final String IDENTITY_FILE = "identityfile";
  static final String CERTIFICATE_FILE = "certificatefile";
  static final String PROXY_JUMP = "proxyjump";
  static final String PROXY_COMMAND = "proxycommand";

  /** What is looked at; every other keyword is skipped. */
  static final Set<String> KEYWORDS =
      Set.of(
          "hostname",
          "port",
          "user",
          IDENTITY_FILE,
          CERTIFICATE_FILE,
          "identitiesonly",
          "identityagent",
          PROXY_JUMP,
          PROXY_COMMAND,
          "userknownhostsfile",
          "globalknownhostsfile",
          "stricthostkeychecking",
          "hostkeyalias",
          "hashknownhosts",
          "connecttimeout",
          "preferredauthentications",
          "pubkeyauthentication");

  private static final Pattern TIME = Pattern.compile("([0-9]+)([smhdw]?)");

  /** The words after a keyword, and where they stand. */
  public record Value(List<String> words, String place) {
    public Value {
      words = List.copyOf(words);
    }

    /** The first word. */
    public String text() {
      return words.get(0);
    }

    boolean isNone() {
      return text().equalsIgnoreCase("none");
    }
  }

  private final HostQuery query;
  private final Map<String, List<Value>> values;

  HostConfig(HostQuery query, Map<String, List<Value>> values) {
    this.query = query;
    this.values = values;
  }

  /** The host to connect to, in lower case. */
  public String hostName() throws SshConfigException {
    Optional<Value> given = first("hostname");
    String name =
        given.isEmpty()
            ? query.host()
            : Tokens.ofHost(query.host()).expand(given.get().text(), given.get().place());
    return name.toLowerCase(Locale.ROOT);
  }

  public OptionalInt port() throws SshConfigException {
    Optional<Value> given = first("port");
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int port = Integer.parseInt(given.get().text());
      if (port >= 1 && port <= 65_535) {
        return OptionalInt.of(port);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw bad(given.get(), "a port is a number from 1 to 65535");
  }

  /** The user that was asked for, else the configured one. */
  public Optional<String> user() {
    return query.user().or(() -> first("user").map(Value::text));
  }

  /** The identity files in order, without {@code none}. */
  public List<Value> identityFiles() {
    return files(IDENTITY_FILE);
  }

  /** Whether identity files are configured, if only as {@code none}. */
  public boolean hasIdentityFiles() {
    return values.containsKey(IDENTITY_FILE);
  }

  public List<Value> certificateFiles() {
    return files(CERTIFICATE_FILE);
  }

  public Optional<Boolean> identitiesOnly() throws SshConfigException {
    return flag("identitiesonly");
  }

  /** A path, {@code none}, {@code SSH_AUTH_SOCK}, or {@code $NAME} of a variable. */
  public Optional<Value> identityAgent() {
    return first("identityagent");
  }

  /** The hops, from here to there; empty if there are none or {@code none}. */
  public Optional<Value> proxyJump() {
    return first(PROXY_JUMP).filter(value -> !value.isNone());
  }

  /** The hops of {@link #proxyJump}. */
  public List<JumpHost> jumpHosts() throws SshConfigException {
    Optional<Value> jump = proxyJump();
    return jump.isEmpty() ? List.of() : JumpHost.parseList(jump.get());
  }

  /** A command to connect with, unless a ProxyJump comes before it. */
  public Optional<Value> proxyCommand() {
    return first(PROXY_COMMAND).filter(value -> !value.isNone());
  }

  public Optional<Value> userKnownHostsFile() {
    return first("userknownhostsfile");
  }

  public Optional<Value> globalKnownHostsFile() {
    return first("globalknownhostsfile");
  }

  public Optional<HostKeyChecking> strictHostKeyChecking() throws SshConfigException {
    Optional<Value> given = first("stricthostkeychecking");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (given.get().text().toLowerCase(Locale.ROOT)) {
          case "yes", "true" -> HostKeyChecking.YES;
          case "no", "off", "false" -> HostKeyChecking.NO;
          case "accept-new" -> HostKeyChecking.ACCEPT_NEW;
          case "ask" -> HostKeyChecking.ASK;
          default -> throw bad(given.get(), "it is one of yes, no, accept-new, ask");
        });
  }

  public Optional<String> hostKeyAlias() {
    return first("hostkeyalias").map(value -> value.text().toLowerCase(Locale.ROOT));
  }

  public boolean hashKnownHosts() throws SshConfigException {
    return flag("hashknownhosts").orElse(false);
  }

  public Optional<Duration> connectTimeout() throws SshConfigException {
    Optional<Value> given = first("connecttimeout").filter(value -> !value.isNone());
    if (given.isEmpty()) {
      return Optional.empty();
    }
    long seconds = seconds(given.get());
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  /** The methods in order, in lower case; empty if nothing is said. */
  public List<String> preferredAuthentications() {
    return first("preferredauthentications")
        .map(value -> List.of(value.text().toLowerCase(Locale.ROOT).split(",")))
        .orElse(List.of());
  }

  public boolean pubkeyAuthentication() {
    return first("pubkeyauthentication")
        .map(value -> !Set.of("no", "false").contains(value.text().toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  private Optional<Value> first(String keyword) {
    return values.getOrDefault(keyword, List.of()).stream().findFirst();
  }

  private List<Value> files(String keyword) {
    return values.getOrDefault(keyword, List.of()).stream()
        .filter(value -> !value.isNone())
        .toList();
  }

  private Optional<Boolean> flag(String keyword) throws SshConfigException {
    Optional<Value> given = first(keyword);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return switch (given.get().text().toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> Optional.of(true);
      case "no", "false" -> Optional.of(false);
      default -> throw bad(given.get(), "it is yes or no");
    };
  }

  /** {@code 90}, {@code 1m30s}. */
  private static long seconds(Value value) throws SshConfigException {
    Matcher parts = TIME.matcher(value.text());
    long seconds = 0;
    int end = 0;
    while (parts.find() && parts.start() == end && parts.group(1).length() <= 9) {
      seconds += Long.parseLong(parts.group(1)) * unit(parts.group(2));
      end = parts.end();
    }
    if (end == 0 || end != value.text().length()) {
      throw bad(value, "a time is a number of seconds, or 1m30s");
    }
    return seconds;
  }

  private static long unit(String letter) {
    return switch (letter) {
      case "m" -> 60;
      case "h" -> 3_600;
      case "d" -> 86_400;
      case "w" -> 604_800;
      default -> 1;
    };
  }

  private static SshConfigException bad(Value value, String why) {
    return new SshConfigException(
        value.place(), Printable.quote(value.text()) + " makes no sense here", why);
  }
}
