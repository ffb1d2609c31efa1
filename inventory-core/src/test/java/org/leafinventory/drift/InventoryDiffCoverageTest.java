package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/** Every fact that the JSON Schema describes is compared, has a class, and is told by its path. */
class InventoryDiffCoverageTest {

  private static final Set<String> NOT_COMPARED =
      Set.of(
          "schema_version",
          "system_profiler",
          "extracted_at",
          "uptime_seconds",
          "hardware.memory_gb");

  private static final Set<String> KEYS =
      Set.of(
          "hardware.core_clusters[].name",
          "hardware.gpus[].model",
          "disks[].device",
          "volumes[].device",
          "volumes[].roles[]",
          "memory_modules[].slot",
          "network_interfaces[].device",
          "network_interfaces[].addresses[]",
          "displays[].name",
          "thunderbolt[].name",
          "thunderbolt[].devices[].name",
          "usb[].name",
          "issues[].section",
          "issues[].kind");

  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "system_info.architecture", "x86_64",
          "disks[].medium", "hdd",
          "network_interfaces[].type", "wifi",
          "issues[].kind", "missing");

  private static final Map<String, ChangeClass> TABLE = table();

  @Test
  void every_fact_of_the_schema_has_a_class() {
    assertThat(TABLE.keySet())
        .containsExactlyInAnyOrderElementsOf(
            schemaFacts().keySet().stream().filter(path -> !NOT_COMPARED.contains(path)).toList());
  }

  @Test
  void what_is_not_compared_is_in_the_schema() {
    assertThat(schemaFacts()).containsKeys(NOT_COMPARED.toArray(String[]::new));
  }

  static Stream<String> values() {
    return TABLE.keySet().stream().filter(path -> !KEYS.contains(path));
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_changed_value_is_one_change_with_its_path_and_class(String path) {
    InventoryDiff diff = InventoryDiff.between(CompleteMac.MAC, changed(path));

    assertThat(diff.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path().replaceAll("\\[[^]]*]", "[]")).isEqualTo(path);
              assertThat(change.changeClass()).isEqualTo(TABLE.get(path));
              assertThat(change.kind()).isEqualTo(ChangeKind.CHANGED);
            });
  }

  static Stream<String> optionalValues() {
    Map<String, Boolean> required = schemaFacts();
    return values().filter(path -> Boolean.FALSE.equals(required.get(path)));
  }

  @ParameterizedTest
  @MethodSource("optionalValues")
  void a_value_no_longer_told_is_removed_and_the_other_way_round_added(String path) {
    HardwareInventory silent = CompleteMac.with(json -> remove(json, path));

    Change removed = InventoryDiff.between(CompleteMac.MAC, silent).changes().get(0);

    assertThat(removed.kind()).isEqualTo(ChangeKind.REMOVED);
    assertThat(InventoryDiff.between(silent, CompleteMac.MAC).changes())
        .containsExactly(
            new Change(
                removed.path(),
                removed.changeClass(),
                /* before= */ removed.after(),
                /* after= */ removed.before()));
  }

  static Stream<String> keys() {
    return KEYS.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_changed_key_is_one_element_removed_and_one_added(String path) {
    InventoryDiff diff = InventoryDiff.between(CompleteMac.MAC, changed(path));

    assertThat(diff.changes())
        .extracting(Change::kind)
        .containsExactlyInAnyOrder(ChangeKind.REMOVED, ChangeKind.ADDED);
    assertThat(diff.changes())
        .allSatisfy(
            change ->
                assertThat(change.path().replaceAll("\\[[^]]*]", "[]"))
                    .isEqualTo(path.substring(0, path.lastIndexOf("[]") + 2)));
  }

  @Test
  void raw_sections_and_the_time_of_extraction_are_not_compared() {
    HardwareInventory later =
        CompleteMac.with(
            json ->
                json.put("extracted_at", "2027-01-01T00:00:00Z")
                    .putObject("system_profiler")
                    .putObject("SPOther"));

    assertThat(InventoryDiff.between(CompleteMac.MAC, later).isEmpty()).isTrue();
  }

  private static Map<String, ChangeClass> table() {
    Map<String, ChangeClass> classes = new TreeMap<>();
    InventoryShape.INVENTORY.collectClasses("", classes);
    return classes;
  }

  private static HardwareInventory changed(String path) {
    JsonNode other = other(path, CompleteMac.at(path));
    return CompleteMac.with(json -> replace(json, path, other));
  }

  private static JsonNode other(String path, JsonNode value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value.isBoolean()) {
      return nodes.booleanNode(!value.booleanValue());
    }
    if (value.isIntegralNumber()) {
      return nodes.numberNode(value.longValue() + 1);
    }
    if (value.isNumber()) {
      return nodes.numberNode(value.doubleValue() + 0.5);
    }
    if (path.endsWith("_time")) {
      return nodes.textNode(Instant.parse(value.asText()).plus(Duration.ofDays(1)).toString());
    }
    return nodes.textNode(OTHER_WORDS.getOrDefault(path, value.asText() + "x"));
  }

  private static void replace(ObjectNode json, String path, JsonNode value) {
    JsonPointer pointer = JsonPointer.compile(CompleteMac.pointer(path));
    if (json.at(pointer.head()) instanceof ArrayNode array) {
      array.set(pointer.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) json.at(pointer.head())).set(pointer.last().getMatchingProperty(), value);
    }
  }

  private static void remove(ObjectNode json, String path) {
    JsonPointer pointer = JsonPointer.compile(CompleteMac.pointer(path));
    ((ObjectNode) json.at(pointer.head())).remove(pointer.last().getMatchingProperty());
  }

  /** Every path that the schema describes, and whether it is required where it stands. */
  private static Map<String, Boolean> schemaFacts() {
    Map<String, Boolean> facts = new TreeMap<>();
    try {
      JsonNode schema = new ObjectMapper().readTree(InventoryJson.schema());
      collect(schema, schema, "", true, facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return facts;
  }

  private static void collect(
      JsonNode root, JsonNode node, String path, boolean required, Map<String, Boolean> facts) {
    JsonNode ref = node.path("$ref");
    JsonNode schema = ref.isMissingNode() ? node : root.at(ref.asText().substring(1));
    if (schema.has("items")) {
      collect(root, schema.path("items"), path + "[]", true, facts);
    } else if (schema.has("properties")) {
      schema
          .path("properties")
          .properties()
          .forEach(
              property -> {
                String key = property.getKey();
                boolean needed =
                    schema.path("required").valueStream().anyMatch(it -> it.asText().equals(key));
                String child = path.isEmpty() ? key : path + '.' + key;
                collect(root, property.getValue(), child, needed, facts);
              });
    } else {
      facts.put(path, required);
    }
  }
}
