package org.leafinventory.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/**
 * What must come out of one recorded machine, fact by fact, as read in its recordings by eye: no
 * less and no more.
 *
 * @param facts the value of each fact by its path: {@code disks.0.size}
 * @param supplied what the machine was given because its recordings do not tell it
 * @param notAsked files that the probe never asks for
 * @param issues how each issue begins: {@code section kind: message}
 */
record Expectation(
    Map<String, String> facts, Set<String> supplied, Set<String> notAsked, List<String> issues) {

  static final List<String> SECTIONS =
      List.of(
          "system_info",
          "hardware",
          "disks",
          "volumes",
          "memory_modules",
          "network_interfaces",
          "displays",
          "power",
          "security",
          "thunderbolt",
          "usb");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Set<String>> SUPPLIED =
      Map.of(
          "architecture", Set.of("system_info.architecture"),
          "cores", Set.of("hardware.cpu_cores"),
          "memory", Set.of("hardware.memory_gb", "hardware.memory_bytes"));

  /** The file of the machine; a machine without one was never reviewed. */
  static Expectation of(String machine) {
    try (InputStream in = Expectation.class.getResourceAsStream("machines/" + machine + ".json")) {
      if (in == null) {
        throw new AssertionError("nobody wrote down what must come out of " + machine);
      }
      JsonNode file = JSON.readTree(in);
      return new Expectation(
          flat(file.path("expected")),
          words(file.path("supplied")),
          words(file.path("not_asked")),
          file.path("issues").valueStream().map(JsonNode::asText).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong in {@code section}: a fact that is missing, another, or one too many. */
  List<String> wrong(String section, HardwareInventory inventory) {
    Map<String, String> actual = told(inventory);
    Set<String> paths = new TreeSet<>(facts.keySet());
    paths.addAll(actual.keySet());
    return paths.stream()
        .filter(path -> isIn(section, path))
        .filter(
            path -> !actual.getOrDefault(path, "absent").equals(facts.getOrDefault(path, "absent")))
        .map(
            path ->
                path
                    + ": expected "
                    + facts.getOrDefault(path, "absent")
                    + ", was "
                    + actual.getOrDefault(path, "absent"))
        .toList();
  }

  /** How many facts of {@code section} came out as they must. */
  long right(String section, HardwareInventory inventory) {
    Map<String, String> actual = told(inventory);
    return facts.entrySet().stream()
        .filter(fact -> isIn(section, fact.getKey()))
        .filter(fact -> fact.getValue().equals(actual.get(fact.getKey())))
        .count();
  }

  private Map<String, String> told(HardwareInventory inventory) {
    Map<String, String> told = flat(InventoryJson.toTree(inventory));
    told.keySet().remove("system_info.hostname");
    // No recording tells it; through the whole path, this host does.
    told.keySet().remove("system_info.rosetta_installed");
    supplied.forEach(it -> told.keySet().removeAll(SUPPLIED.getOrDefault(it, Set.of())));
    return told;
  }

  private static boolean isIn(String section, String path) {
    return path.equals(section) || path.startsWith(section + ".");
  }

  private static Map<String, String> flat(JsonNode node) {
    Map<String, String> facts = new TreeMap<>();
    flatten("", node, facts);
    return facts;
  }

  private static void flatten(String at, JsonNode node, Map<String, String> facts) {
    String prefix = at.isEmpty() ? "" : at + ".";
    if (node.isObject()) {
      node.properties().forEach(it -> flatten(prefix + it.getKey(), it.getValue(), facts));
    } else if (node.isArray()) {
      IntStream.range(0, node.size()).forEach(i -> flatten(prefix + i, node.get(i), facts));
    } else if (!node.isMissingNode()) {
      facts.put(at, node.asText());
    }
  }

  private static Set<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
  }
}
