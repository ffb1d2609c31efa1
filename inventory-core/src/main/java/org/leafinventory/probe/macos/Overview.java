package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.ByteSize;

/**
 * The two overviews of the machine: {@code SPHardwareDataType} and the platform in the registry.
 */
record Overview(JsonNode profile, JsonNode platform) {

  /** What stands where there is no value: VirtualBox has serial 0, Anka guests say Unknown. */
  private static final Set<String> NOTHING = Set.of("0", "Unknown", "Not Available", "None");

  private static final Pattern TOTAL_CORES = Pattern.compile("(?:proc )?([0-9]{1,6})(?::.*)?");
  private static final int MAX_DEPTH = 64;

  static Overview read(Answers answers) {
    JsonNode profile =
        answers.profile("SPHardwareDataType", "system_info").stream()
            .findFirst()
            .orElseGet(MissingNode::getInstance);
    JsonNode platform =
        answers
            .plist("ioreg-platform", "system_info")
            .map(tree -> find(tree, "IOPlatformUUID", MAX_DEPTH))
            .orElseGet(MissingNode::getInstance);
    return new Overview(profile, platform);
  }

  Optional<String> model() {
    return known(profile, "machine_model").or(() -> known(platform, "model"));
  }

  Optional<String> serialNumber() {
    return known(profile, "serial_number").or(() -> known(platform, "IOPlatformSerialNumber"));
  }

  Optional<String> hardwareUuid() {
    return known(profile, "platform_UUID").or(() -> known(platform, "IOPlatformUUID"));
  }

  Optional<String> known(String key) {
    return known(profile, key);
  }

  Optional<ByteSize> memory() {
    return Tree.memory(profile, "physical_memory");
  }

  /**
   * The total that leads {@code number_processors}; what follows it means other things each year.
   */
  OptionalInt totalCores() {
    Matcher total = TOTAL_CORES.matcher(profile.path("number_processors").asText());
    return total.matches() ? OptionalInt.of(Integer.parseInt(total.group(1))) : OptionalInt.empty();
  }

  private static Optional<String> known(JsonNode node, String key) {
    return Tree.text(node, key).filter(value -> !NOTHING.contains(value));
  }

  /** The first node that has {@code key}, looking from the top. */
  private static JsonNode find(JsonNode node, String key, int depth) {
    if (node.has(key) || depth == 0) {
      return node;
    }
    for (JsonNode child : node) {
      JsonNode found = find(child, key, depth - 1);
      if (found.has(key)) {
        return found;
      }
    }
    return MissingNode.getInstance();
  }
}
