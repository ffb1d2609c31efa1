package org.leafinventory.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/** An inventory with every value of the model set. */
final class CompleteMac {

  static final HardwareInventory MAC = read();

  private CompleteMac() {}

  /** The inventory with its JSON changed. */
  static HardwareInventory with(Consumer<ObjectNode> edit) {
    ObjectNode json = InventoryJson.toTree(MAC).deepCopy();
    edit.accept(json);
    return InventoryJson.read(json.toString(), "the changed inventory");
  }

  /** Where a path without element keys leads to, first elements taken: {@code /disks/0/size}. */
  static String pointer(String path) {
    return '/' + path.replace("[]", "/0").replace('.', '/');
  }

  static JsonNode at(String path) {
    return InventoryJson.toTree(MAC).at(pointer(path));
  }

  private static HardwareInventory read() {
    try (InputStream in = CompleteMac.class.getResourceAsStream("complete.json")) {
      return InventoryJson.read(Objects.requireNonNull(in).readAllBytes(), "complete.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
