package org.leafinventory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leafinventory.model.Printable;

/**
 * Brings files of the shell scripts, which had no {@code schema_version}, to version 1.
 *
 * <p>The scripts wrote empty strings, {@code null} and {@code "unknown"} for what they did not
 * find; {@code memory_gb} stands in where {@code memory_bytes} is missing. A disk without device or
 * size is reported as an issue, not as a disk.
 */
final class LegacyFormat {

  private static final Set<String> NOTHING = Set.of("", "null", "unknown", "n/a");
  private static final double GIB = 1L << 30;

  private LegacyFormat() {}

  static void upgrade(ObjectNode root) {
    if (!root.path("issues").isArray()) {
      root.remove("issues");
    }
    if (root.path("system_info") instanceof ObjectNode system) {
      dropNothing(system);
      renameArchitecture(system);
    }
    if (root.path("hardware") instanceof ObjectNode hardware) {
      dropNothing(hardware);
      dropZero(hardware, "cpu_threads");
      dropZero(hardware, "memory_bytes");
      addMemoryBytes(hardware);
    }
    dropNothing(root);
    keepComplete(root, "disks", "device", "size");
    keepComplete(root, "network_interfaces", "device");
  }

  private static void dropNothing(ObjectNode object) {
    List<String> nothing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (isNothing(entry.getValue())) {
        nothing.add(entry.getKey());
      }
    }
    object.remove(nothing);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && NOTHING.contains(value.asText().strip().toLowerCase(Locale.ROOT)));
  }

  private static void dropZero(ObjectNode object, String key) {
    JsonNode value = object.path(key);
    if (value.isNumber() && value.asDouble() == 0) {
      object.remove(key);
    }
  }

  private static void addMemoryBytes(ObjectNode hardware) {
    // Doubles are exact here: a whole number times a power of two.
    double bytes = hardware.path("memory_gb").asDouble() * GIB;
    if (!hardware.has("memory_bytes") && bytes >= 1 && bytes < Long.MAX_VALUE) {
      hardware.put("memory_bytes", (long) bytes);
    }
  }

  private static void renameArchitecture(ObjectNode system) {
    switch (system.path("architecture").asText()) {
      case "aarch64", "arm64e" -> system.put("architecture", "arm64");
      case "amd64", "x86-64", "i386" -> system.put("architecture", "x86_64");
      default -> {
        // Already as it should be, or for the reader to refuse.
      }
    }
  }

  private static void keepComplete(ObjectNode root, String section, String... required) {
    if (!(root.path(section) instanceof ArrayNode entries)) {
      return;
    }
    ArrayNode kept = root.arrayNode();
    for (int i = 0; i < entries.size(); i++) {
      String missing = firstMissing(entries.get(i), required);
      if (missing.isEmpty()) {
        kept.add(entries.get(i));
      } else {
        addIssue(root, section, describe(entries.get(i), i) + "lacks " + missing + "; left out");
      }
    }
    root.set(section, kept);
  }

  /** The first of the required keys that the entry lacks; empty if it lacks none. */
  private static String firstMissing(JsonNode entry, String... required) {
    if (entry instanceof ObjectNode object) {
      dropNothing(object);
    }
    return Arrays.stream(required).filter(key -> !entry.has(key)).findFirst().orElse("");
  }

  private static String describe(JsonNode entry, int index) {
    String device = entry.path("device").asText();
    return "entry " + (index + 1) + (device.isEmpty() ? " " : ", " + Printable.line(device) + ", ");
  }

  private static void addIssue(ObjectNode root, String section, String message) {
    root.withArray("issues")
        .addObject()
        .put("section", section)
        .put("kind", "missing")
        .put("message", message);
  }
}
