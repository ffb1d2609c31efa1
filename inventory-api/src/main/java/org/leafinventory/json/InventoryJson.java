package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Printable;

/**
 * The JSON of an inventory: what snapshot files hold.
 *
 * <p>Keys are snake_case and stable; unknown keys are tolerated; files of the shell scripts, which
 * have no {@code schema_version}, are read. What is written is deterministic: the same inventory
 * gives the same bytes. Thread-safe.
 */
public final class InventoryJson {

  /** The version that is written, and the newest that is read. */
  public static final int SCHEMA_VERSION = HardwareInventory.SCHEMA_VERSION;

  private static final String SCHEMA_RESOURCE = "hardware-inventory.schema.json";

  private InventoryJson() {}

  /** The inventory as indented JSON with a final line feed. */
  public static String write(HardwareInventory inventory) {
    try {
      return Mapper.escapeLoneSurrogates(Mapper.PRETTY.writeValueAsString(inventory)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an inventory can always be written", e);
    }
  }

  /** The inventory as a tree, for queries; a copy that the caller may change. */
  public static JsonNode toTree(HardwareInventory inventory) {
    return Mapper.JSON.valueToTree(inventory);
  }

  /**
   * Reads an inventory.
   *
   * @param source where the text came from, for messages
   * @throws JsonFormatException if the text is not JSON, not an inventory, or of a newer version
   */
  public static HardwareInventory read(byte[] json, String source) {
    try {
      return fromTree(Mapper.JSON.readTree(json), source);
    } catch (JsonProcessingException e) {
      throw Complaint.of(source, e);
    } catch (IOException e) {
      throw new JsonFormatException(source, "the document", "is not UTF-8 text", e);
    }
  }

  /**
   * Reads an inventory.
   *
   * @param source where the text came from, for messages
   * @throws JsonFormatException if the text is not JSON, not an inventory, or of a newer version
   */
  public static HardwareInventory read(String json, String source) {
    return read(json.getBytes(StandardCharsets.UTF_8), source);
  }

  /** The JSON Schema (draft 2020-12) that everything written here is valid against. */
  public static String schema() {
    try (InputStream in = InventoryJson.class.getResourceAsStream(SCHEMA_RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA_RESOURCE + " is missing beside this class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HardwareInventory fromTree(JsonNode tree, String source)
      throws JsonProcessingException {
    if (tree.isMissingNode()) {
      throw new JsonFormatException(source, "the document", "is empty", null);
    }
    if (!(tree instanceof ObjectNode root)) {
      throw new JsonFormatException(source, "the document", "is not a JSON object", null);
    }
    JsonNode version = root.path("schema_version");
    if (version.isMissingNode()) {
      LegacyFormat.upgrade(root);
    } else {
      requireKnown(version, source);
    }
    return Mapper.JSON.treeToValue(root, HardwareInventory.class);
  }

  private static void requireKnown(JsonNode version, String source) {
    boolean isVersion = version.isIntegralNumber() && version.bigIntegerValue().signum() > 0;
    if (isVersion && version.canConvertToInt() && version.intValue() <= SCHEMA_VERSION) {
      return;
    }
    throw new JsonFormatException(
        source,
        "schema_version",
        isVersion
            ? "is "
                + Printable.line(version.asText())
                + ", newer than "
                + SCHEMA_VERSION
                + ", the newest that this program reads; read it with a newer leaf-inventory"
            : "is not a whole number of 1 or more",
        null);
  }
}
