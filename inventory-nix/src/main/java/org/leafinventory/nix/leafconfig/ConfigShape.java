package org.leafinventory.nix.leafconfig;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.leafinventory.model.HostName;
import org.leafinventory.nix.leafconfig.LeafConfigException.Kind;

/** Finds the hosts in a configuration, and says which place is not as it should be. */
final class ConfigShape {

  private static final String DEPLOYMENT = "deployment";
  private static final String PRIMARY = "primary";
  private static final String SECONDARIES = "secondaries";
  private static final String HOSTNAME = "hostname";
  private static final String ADDRESS = "address";
  private static final String USERNAME = "username";
  private static final String SSH_PORT = "sshPort";
  private static final String NODE_KEYS =
      "it needs hostname and address, may have username, sshPort";

  /** What people write, in lower case without dashes and underscores, and what they mean. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("hostname", HOSTNAME),
          Map.entry("host", HOSTNAME),
          Map.entry("name", HOSTNAME),
          Map.entry("address", ADDRESS),
          Map.entry("addr", ADDRESS),
          Map.entry("ip", ADDRESS),
          Map.entry("ipaddress", ADDRESS),
          Map.entry("username", USERNAME),
          Map.entry("user", USERNAME),
          Map.entry("login", USERNAME),
          Map.entry("sshuser", USERNAME),
          Map.entry("sshport", SSH_PORT),
          Map.entry("port", SSH_PORT),
          Map.entry("primary", PRIMARY),
          Map.entry("secondaries", SECONDARIES),
          Map.entry("secondary", SECONDARIES));

  private final Path file;

  ConfigShape(Path file) {
    this.file = file;
  }

  LeafConfig read(JsonNode root) {
    requireSet("the configuration", root, "it holds deployment.primary");
    if (isAbsent(root, DEPLOYMENT)) {
      throw wrong(DEPLOYMENT, "is missing; write deployment.primary with hostname and address");
    }
    JsonNode deployment = root.get(DEPLOYMENT);
    requireSet(DEPLOYMENT, deployment, "it holds primary and secondaries");
    refuseMisspelt(DEPLOYMENT, deployment, List.of(PRIMARY, SECONDARIES));
    if (isAbsent(deployment, PRIMARY)) {
      throw wrong("deployment.primary", "is missing; " + NODE_KEYS);
    }
    LeafNode primary = node("deployment.primary", deployment.get(PRIMARY));
    List<LeafNode> secondaries = secondaries(deployment);
    try {
      return LeafConfig.of(primary, secondaries);
    } catch (IllegalArgumentException e) {
      throw new LeafConfigException(file, Kind.CONTENT, String.valueOf(e.getMessage()), e);
    }
  }

  private List<LeafNode> secondaries(JsonNode deployment) {
    List<LeafNode> nodes = new ArrayList<>();
    if (isAbsent(deployment, SECONDARIES)) {
      return nodes;
    }
    String place = DEPLOYMENT + "." + SECONDARIES;
    JsonNode list = deployment.get(SECONDARIES);
    if (!list.isArray()) {
      throw wrong(place, "is " + typeOf(list) + ", not a list; write [ ] around the hosts");
    }
    for (JsonNode item : list) {
      nodes.add(node(place + "[" + nodes.size() + "]", item));
    }
    return nodes;
  }

  private LeafNode node(String place, JsonNode set) {
    requireSet(place, set, NODE_KEYS);
    refuseMisspelt(place, set, List.of(HOSTNAME, ADDRESS, USERNAME, SSH_PORT));
    String hostname = requiredText(place, set, HOSTNAME);
    String address = requiredText(place, set, ADDRESS);
    HostName name = checked(place, HOSTNAME, () -> HostName.of(hostname));
    LeafNode plain = checked(place, ADDRESS, () -> LeafNode.of(name, address));
    LeafNode named =
        isAbsent(set, USERNAME)
            ? plain
            : checked(place, USERNAME, () -> plain.withUsername(text(place, set, USERNAME)));
    return isAbsent(set, SSH_PORT)
        ? named
        : checked(place, SSH_PORT, () -> named.withSshPort(port(place, set.get(SSH_PORT))));
  }

  private String requiredText(String place, JsonNode set, String key) {
    if (isAbsent(set, key)) {
      throw wrong(place + "." + key, "is missing; every host needs hostname and address");
    }
    return text(place, set, key);
  }

  private String text(String place, JsonNode set, String key) {
    JsonNode value = set.get(key);
    if (!value.isTextual()) {
      throw wrong(place + "." + key, "is " + typeOf(value) + ", not a string; write it in quotes");
    }
    return value.textValue();
  }

  private int port(String place, JsonNode value) {
    if (!value.isIntegralNumber()) {
      throw wrong(
          place + "." + SSH_PORT, "is " + typeOf(value) + ", not a whole number; write 22, say");
    }
    if (!value.canConvertToInt()) {
      throw new IllegalArgumentException(LeafNode.notAPort(value.asText()));
    }
    return value.intValue();
  }

  private void requireSet(String place, JsonNode value, String advice) {
    if (!value.isObject() || !nixType(value).isEmpty()) {
      throw wrong(place, "is " + typeOf(value) + ", not a set; " + advice);
    }
  }

  /** A misspelt optional key would be as good as absent, and the host reached the wrong way. */
  private void refuseMisspelt(String place, JsonNode set, List<String> keys) {
    for (Iterator<String> names = set.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String meant = MEANT.get(name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
      if (meant != null && keys.contains(meant) && !set.has(meant) && !set.get(name).isNull()) {
        throw wrong(place + "." + name, "is no key that is read; write " + meant + " instead");
      }
    }
  }

  private <T> T checked(String place, String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new LeafConfigException(
          file, Kind.CONTENT, place + "." + key + ": " + e.getMessage(), e);
    }
  }

  private LeafConfigException wrong(String place, String problem) {
    return new LeafConfigException(file, Kind.CONTENT, place + " " + problem, null);
  }

  private static boolean isAbsent(JsonNode set, String key) {
    return !set.hasNonNull(key);
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case STRING -> "a string";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a decimal number";
      default ->
          switch (nixType(value)) {
            case "lambda" -> "a function";
            case "list" -> "a list";
            case "path" -> "a path";
            default -> "a set";
          };
    };
  }

  /** What stands for a value that JSON cannot hold; nothing for any other. */
  private static String nixType(JsonNode value) {
    return value.size() == 1 ? value.path("nixType").asText() : "";
  }
}
