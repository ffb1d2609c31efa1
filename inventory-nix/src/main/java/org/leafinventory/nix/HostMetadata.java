package org.leafinventory.nix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemInfo;

/** The text of {@code metadata.json}. Pure. */
final class HostMetadata {

  private static final String GENERATED_AT = "generated_at";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HostMetadata() {}

  /** The text for {@code inventory}; what the machine did not tell is {@code null}. */
  static String text(HardwareInventory inventory) {
    SystemInfo system = inventory.systemInfo();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("hostname", system.hostname().value());
    node.put("serial", system.serialNumber().orElse(null));
    node.put("model", system.model().orElse(null));
    node.put("system", NixSystem.of(system.architecture()));
    node.put("memory_gb", inventory.hardware().memoryGb());
    node.put(GENERATED_AT, inventory.extractedAt().toString());
    node.put("inventory_file", "inventory/" + system.hostname() + "/latest.json");
    return print(node);
  }

  /** Whether both tell the same of the machine, whenever they were written. */
  static boolean sayTheSame(String one, String other) {
    return withoutTime(one).equals(withoutTime(other));
  }

  /**
   * Whether {@code text} is as this class prints it: the same keys in the same layout. JSON has no
   * room for a digest, so a value that a person changed and nothing else is not noticed.
   */
  static boolean isOurs(String text, String model) {
    Optional<ObjectNode> node = parse(text);
    return node.isPresent()
        && text.equals(print(node.get()))
        && keys(node.get()).equals(keys(parse(model).orElseThrow()));
  }

  private static List<String> keys(ObjectNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Optional<ObjectNode> withoutTime(String text) {
    return parse(text).map(node -> node.without(GENERATED_AT));
  }

  private static Optional<ObjectNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String print(ObjectNode node) {
    StringBuilder out = new StringBuilder("{");
    String separator = "\n";
    for (String key : keys(node)) {
      out.append(separator).append("  \"").append(key).append("\": ").append(node.get(key));
      separator = ",\n";
    }
    return out.append("\n}\n").toString();
  }
}
