package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leafinventory.model.SystemProfiler;

/** The sections as answered, less what names a person or a place. */
final class RawSections {

  private static final Set<String> PERSONAL = Set.of("user_name", "local_host_name");
  private static final String WIRELESS = "spairport_";

  private RawSections() {}

  static SystemProfiler of(Map<String, JsonNode> sections) {
    Map<String, JsonNode> cleaned = new TreeMap<>();
    sections.forEach(
        (type, section) -> cleaned.put(type, Json.storable(section, RawSections::isPublic)));
    return SystemProfiler.of(cleaned);
  }

  /** The names of wireless networks, near and remembered, stand under several keys. */
  private static boolean isPublic(String key) {
    return !PERSONAL.contains(key) && !(key.startsWith(WIRELESS) && key.contains("network"));
  }
}
