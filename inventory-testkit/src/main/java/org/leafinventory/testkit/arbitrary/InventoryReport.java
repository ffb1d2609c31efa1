package org.leafinventory.testkit.arbitrary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.SampleReportingFormat;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;

/**
 * How jqwik shows an inventory that a property failed for: as its JSON, which leaves out what is
 * absent, one fact a line. Found as a service; nobody needs to call it. Thread-safe.
 */
public final class InventoryReport implements SampleReportingFormat {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};

  /** The format; it has nothing to set. */
  public InventoryReport() {}

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof HardwareInventory;
  }

  @Override
  public Object report(Object value) {
    try {
      Map<String, Object> facts =
          JSON.readValue(InventoryJson.write((HardwareInventory) value), TREE);
      facts.remove("schema_version");
      return facts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the codec wrote something else than JSON", e);
    }
  }

  @Override
  public Optional<String> label(Object value) {
    return Optional.of("HardwareInventory ");
  }
}
