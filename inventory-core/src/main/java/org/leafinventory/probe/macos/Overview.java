package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.ByteSize;

/**
 * The overviews of the machine: {@code SPHardwareDataType}, the platform in the registry, and of
 * the system, {@code SPSoftwareDataType}.
 */
record Overview(JsonNode profile, JsonNode platform, JsonNode software) {

  static final String PROFILE = "SPHardwareDataType";
  static final String REGISTRY = "ioreg";

  private static final Pattern TOTAL_CORES = Pattern.compile("(?:proc )?([0-9]{1,6})(?::.*)?");
  private static final Pattern OS =
      Pattern.compile(
          ".*?([0-9]{1,3}(?:\\.[0-9]{1,3}){1,2}).*?\\(([0-9]{1,3}[A-Z][0-9A-Za-z]*)\\).*");
  private static final int MAX_DEPTH = 64;

  static Overview read(Answers answers) {
    JsonNode platform =
        answers
            .plist("ioreg-platform", "system_info")
            .map(tree -> find(tree, "IOPlatformUUID", MAX_DEPTH))
            .orElseGet(MissingNode::getInstance);
    return new Overview(
        first(answers, PROFILE, "system_info"),
        platform,
        first(answers, "SPSoftwareDataType", "system_info"));
  }

  private static JsonNode first(Answers answers, String type, String section) {
    return answers.profile(type, section).stream().findFirst().orElseGet(MissingNode::getInstance);
  }

  /** What the two overviews of the hardware tell, as a check of one by the other. */
  void crossCheck(Answers answers, Told<String> model) {
    CrossCheck check = new CrossCheck(answers, "system_info");
    Told<String> profileModel = new Told<>(PROFILE, known("machine_model"));
    Told<String> registryModel = new Told<>(REGISTRY, Tree.known(platform, "model"));
    check.same("model", model, profileModel);
    check.same("model", model.value().isPresent() ? model : profileModel, registryModel);
    check.same(
        "serial_number",
        new Told<>(PROFILE, known("serial_number")),
        new Told<>(REGISTRY, Tree.known(platform, "IOPlatformSerialNumber")));
    check.sameText(
        "hardware_uuid",
        new Told<>(PROFILE, known("platform_UUID")),
        new Told<>(REGISTRY, Tree.known(platform, "IOPlatformUUID")));
  }

  Optional<String> model() {
    return known("machine_model").or(() -> Tree.known(platform, "model"));
  }

  Optional<String> serialNumber() {
    return known("serial_number").or(() -> Tree.known(platform, "IOPlatformSerialNumber"));
  }

  Optional<String> hardwareUuid() {
    return known("platform_UUID").or(() -> Tree.known(platform, "IOPlatformUUID"));
  }

  /** A value of {@code SPHardwareDataType}; VirtualBox has serial 0, Anka guests say Unknown. */
  Optional<String> known(String key) {
    return Tree.known(profile, key);
  }

  Optional<ByteSize> memory() {
    return Tree.memory(profile, "physical_memory").filter(size -> size.bytes() > 0);
  }

  /** {@code macOS 10.15.2 (19C57)}: {@code 10.15.2}. */
  Optional<String> macosVersion() {
    return ofSystem(1);
  }

  /** {@code macOS 10.15.2 (19C57)}: {@code 19C57}. */
  Optional<String> macosBuild() {
    return ofSystem(2);
  }

  private Optional<String> ofSystem(int group) {
    Matcher os = OS.matcher(Tree.text(software, "os_version").orElse(""));
    return os.matches() ? Optional.of(os.group(group)) : Optional.empty();
  }

  /** {@code Darwin 19.2.0}: {@code 19.2.0}. */
  Optional<String> kernel() {
    return Tree.text(software, "kernel_version")
        .filter(version -> version.startsWith("Darwin "))
        .flatMap(version -> Tree.clean(version.substring("Darwin ".length())));
  }

  /**
   * The total that leads {@code number_processors}; what follows it means other things each year.
   */
  OptionalInt totalCores() {
    Matcher total = TOTAL_CORES.matcher(profile.path("number_processors").asText());
    return total.matches() ? OptionalInt.of(Integer.parseInt(total.group(1))) : OptionalInt.empty();
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
