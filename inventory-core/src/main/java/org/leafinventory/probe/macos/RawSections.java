package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leafinventory.model.SystemProfiler;

/** The sections as answered, less what names a person. */
final class RawSections {

  private static final Set<String> PERSONAL =
      Set.of("user_name", "local_host_name", "spairport_network_information");

  private RawSections() {}

  static SystemProfiler of(Map<String, JsonNode> sections) {
    Map<String, JsonNode> cleaned = new TreeMap<>();
    sections.forEach((type, section) -> cleaned.put(type, withoutPersonalKeys(section.deepCopy())));
    return SystemProfiler.of(cleaned);
  }

  private static JsonNode withoutPersonalKeys(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(PERSONAL);
    }
    node.forEach(RawSections::withoutPersonalKeys);
    return node;
  }
}
