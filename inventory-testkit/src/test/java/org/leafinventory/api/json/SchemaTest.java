package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.arbitrary.Inventories;

class SchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SHIPPED = Schema.of(InventoryJson.schema());
  private static final Schema STRICT = Schema.of(withoutToleranceForUnknownKeys());

  @Provide
  Arbitrary<HardwareInventory> inventories() {
    return Inventories.any();
  }

  @Property(tries = 300)
  void everything_written_is_valid(@ForAll("inventories") HardwareInventory inventory) {
    assertThat(SHIPPED.errors(InventoryJson.write(inventory))).isEmpty();
  }

  @Property(tries = 100)
  void every_key_written_is_described(@ForAll("inventories") HardwareInventory inventory) {
    assertThat(STRICT.errors(InventoryJson.write(inventory))).isEmpty();
  }

  @Test
  void every_key_described_is_written_by_a_complete_inventory() {
    List<String> unknown = new ArrayList<>();
    JsonNode schema = parse(InventoryJson.schema());
    collectUnwritten(schema, schema, InventoryJson.toTree(CompleteInventory.build()), unknown);

    assertThat(unknown).isEmpty();
  }

  @Test
  void every_key_has_a_description() {
    List<JsonNode> undescribed = new ArrayList<>();
    eachObject(
        parse(InventoryJson.schema()),
        object ->
            object
                .path("properties")
                .forEach(
                    property -> {
                      if (!property.has("$ref") && !property.has("description")) {
                        undescribed.add(property);
                      }
                    }));

    assertThat(undescribed).isEmpty();
  }

  @Test
  void unknown_keys_are_valid() {
    String extended =
        Fixtures.text("complete.json").replace("\"cpu_cores\"", "\"cpu_bins\": 3, \"cpu_cores\"");

    assertThat(SHIPPED.errors(extended)).isEmpty();
    assertThat(STRICT.errors(extended)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema_version\": 1 | \"schema_version\": 2",
        "\"hostname\": \"studio-1\" | \"hostname\": \"../etc\"",
        "\"hostname\": \"studio-1\" | \"hostname\": \"a..b\"",
        "\"hostname\": \"studio-1\" | \"hostname\": \"a.\"",
        "\"architecture\": \"arm64\" | \"architecture\": \"sparc\"",
        "\"cpu_cores\": 24 | \"cpu_cores\": 0",
        "\"cpu_cores\": 24 | \"cpu_cores\": \"24\"",
        "\"memory_bytes\": 68719476736 | \"memory_bytes\": 0",
        "\"medium\": \"ssd\" | \"medium\": \"tape\"",
        "\"charge_percent\": 80 | \"charge_percent\": 101",
        "\"kind\": \"timed_out\" | \"kind\": \"other\"",
        "\"device\": \"disk0\", | ",
      })
  void what_the_model_refuses_is_invalid(String written, String changed) {
    String json = Fixtures.text("complete.json").replace(written, changed == null ? "" : changed);

    assertThat(SHIPPED.errors(json)).isNotEmpty();
  }

  private static String withoutToleranceForUnknownKeys() {
    JsonNode schema = parse(InventoryJson.schema());
    eachObject(
        schema,
        object -> object.replace("additionalProperties", JSON.getNodeFactory().booleanNode(false)));
    return schema.toString();
  }

  /** Visits each object schema that names properties. */
  private static void eachObject(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object && object.has("properties")) {
      visitor.accept(object);
    }
    node.forEach(child -> eachObject(child, visitor));
  }

  private static void collectUnwritten(
      JsonNode root, JsonNode schema, JsonNode written, List<String> unknown) {
    JsonNode resolved =
        schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    if (resolved.has("items")) {
      collectUnwritten(root, resolved.get("items"), written.path(0), unknown);
    }
    resolved
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = written.path(property.getKey());
              if (value.isMissingNode()) {
                unknown.add(property.getKey());
              }
              collectUnwritten(root, property.getValue(), value, unknown);
            });
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private record Schema(Validator validator, URI uri) {

    static Schema of(String text) {
      Validator validator =
          new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
      return new Schema(validator, validator.registerSchema(text));
    }

    List<String> errors(String json) {
      return validator.validate(uri, json).getErrors().stream()
          .map((Error error) -> error.getInstanceLocation() + ": " + error.getError())
          .toList();
    }
  }
}
