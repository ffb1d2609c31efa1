package org.leafinventory.testkit.assertion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/** Inventories by their JSON paths. */
final class Facts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Facts() {}

  /** Each fact that differs, in words: {@code hardware.cpu_cores is 8, expected 10}. */
  static List<String> differing(HardwareInventory actual, HardwareInventory expected) {
    List<String> differing = new ArrayList<>();
    compare("", tree(actual), tree(expected), differing);
    return differing;
  }

  private static JsonNode tree(HardwareInventory inventory) {
    try {
      return JSON.readTree(InventoryJson.write(inventory));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec wrote something else than JSON", e);
    }
  }

  private static void compare(
      String path, JsonNode actual, JsonNode expected, List<String> differing) {
    if (actual.isObject() && expected.isObject()) {
      Set<String> names = new TreeSet<>();
      actual.fieldNames().forEachRemaining(names::add);
      expected.fieldNames().forEachRemaining(names::add);
      String prefix = path.isEmpty() ? "" : path + ".";
      names.forEach(
          name -> compare(prefix + name, actual.path(name), expected.path(name), differing));
    } else if (actual.isArray() && expected.isArray()) {
      for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
        compare(path + "[" + i + "]", actual.path(i), expected.path(i), differing);
      }
    } else if (!actual.equals(expected)) {
      differing.add(path + " is " + shown(actual) + ", expected " + shown(expected));
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "absent" : value.toString();
  }
}
