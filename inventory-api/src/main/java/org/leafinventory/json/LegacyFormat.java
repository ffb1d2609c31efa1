package org.leafinventory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leafinventory.model.IssueKind;

/**
 * Brings files of the shell scripts, which had no {@code schema_version}, to version 1.
 *
 * <p>The scripts wrote empty strings, {@code null} and {@code "unknown"} for what they did not
 * find; {@code memory_gb} stands in where {@code memory_bytes} is missing. A disk without device or
 * size is reported as an issue, not as a disk.
 */
final class LegacyFormat {

  private static final Set<String> NOTHING = Set.of("", "null", "unknown", "n/a");
  private static final long GIB = 1L << 30;

  private LegacyFormat() {}

  static void upgrade(ObjectNode root) {
    for (String section : List.of("system_info", "hardware")) {
      dropNothing(root.path(section));
    }
    if (root.path("hardware") instanceof ObjectNode hardware) {
      addMemoryBytes(hardware);
    }
    if (root.path("system_info") instanceof ObjectNode system) {
      renameArchitecture(system);
    }
    keepComplete(root, "disks", "device", "size");
    keepComplete(root, "network_interfaces", "device");
  }

  private static void dropNothing(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> nothing = new ArrayList<>();
      object
          .properties()
          .forEach(
              entry -> {
                JsonNode value = entry.getValue();
                boolean empty =
                    value.isNull()
                        || (value.isTextual()
                            && NOTHING.contains(value.asText().strip().toLowerCase(Locale.ROOT)));
                if (empty) {
                  nothing.add(entry.getKey());
                }
              });
      object.remove(nothing);
    }
  }

  private static void addMemoryBytes(ObjectNode hardware) {
    long gibibytes = hardware.path("memory_gb").asLong();
    if (!hardware.has("memory_bytes") && gibibytes > 0) {
      hardware.put("memory_bytes", Math.multiplyExact(gibibytes, GIB));
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
    ArrayNode kept = root.arrayNode();
    for (JsonNode entry : root.path(section)) {
      dropNothing(entry);
      String missing = firstMissing(entry, required);
      if (missing.isEmpty()) {
        kept.add(entry);
      } else {
        addIssue(root, section, "an entry without " + missing + " was left out: " + entry);
      }
    }
    root.set(section, kept);
  }

  private static String firstMissing(JsonNode entry, String... required) {
    for (String key : required) {
      if (!entry.has(key)) {
        return key;
      }
    }
    return "";
  }

  private static void addIssue(ObjectNode root, String section, String message) {
    root.withArray("issues")
        .addObject()
        .put("section", section)
        .put("kind", IssueKind.MISSING.name().toLowerCase(Locale.ROOT))
        .put("message", message);
  }
}
