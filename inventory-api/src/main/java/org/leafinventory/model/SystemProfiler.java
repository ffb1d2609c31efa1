package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The raw sections of {@code system_profiler} by data type, such as {@code SPHardwareDataType}.
 *
 * <p>Kept for what the model does not name. Immutable and thread-safe: sections are copied on the
 * way in and out, as Jackson's trees can be changed.
 */
public final class SystemProfiler {

  /** No section at all. */
  public static final SystemProfiler EMPTY = new SystemProfiler(Map.of());

  private final Map<String, JsonNode> sections;

  private SystemProfiler(Map<String, JsonNode> sections) {
    this.sections = sections;
  }

  /**
   * These sections, sorted by name, with the keys inside them sorted too, as macOS answers them in
   * no fixed order.
   *
   * @throws IllegalArgumentException if a section is nested more than 500 levels deep
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SystemProfiler of(Map<String, JsonNode> sections) {
    TreeMap<String, JsonNode> copy = new TreeMap<>();
    sections.forEach((type, section) -> copy.put(type, CanonicalJson.copy(section)));
    return new SystemProfiler(Collections.unmodifiableMap(copy));
  }

  /** The data types there are, sorted. */
  public Set<String> types() {
    return sections.keySet();
  }

  /** A copy of the section of this data type. */
  public Optional<JsonNode> section(String type) {
    return Optional.ofNullable(sections.get(type)).map(JsonNode::deepCopy);
  }

  /** Whether there is no section. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }

  @JsonValue
  Map<String, JsonNode> json() {
    return sections;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SystemProfiler that && sections.equals(that.sections);
  }

  @Override
  public int hashCode() {
    return sections.hashCode();
  }

  /** The data types alone: the sections are long. */
  @Override
  public String toString() {
    return sections.keySet().toString();
  }
}
