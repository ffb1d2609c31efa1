package org.leafinventory.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.SystemProfiler;

class SystemProfilerTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void change_to_what_went_in_changes_nothing() {
    ObjectNode section = JSON.objectNode().put("chip", "M2");
    Map<String, JsonNode> sections = new HashMap<>(Map.of("SPHardwareDataType", section));
    SystemProfiler profiler = SystemProfiler.of(sections);

    section.put("chip", "changed");
    sections.clear();

    assertThat(profiler.section("SPHardwareDataType"))
        .contains(JSON.objectNode().put("chip", "M2"));
  }

  @Test
  void change_to_what_came_out_changes_nothing() {
    SystemProfiler profiler =
        SystemProfiler.of(Map.of("A", JSON.objectNode().set("list", JSON.arrayNode().add(1))));

    ((ObjectNode) profiler.section("A").orElseThrow()).withArray("list").add(2);

    assertThat(profiler.section("A").orElseThrow().path("list")).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> profiler.types().clear());
  }

  @Test
  void sections_and_their_keys_are_sorted() {
    SystemProfiler profiler =
        SystemProfiler.of(
            Map.of("B", JSON.nullNode(), "A", JSON.objectNode().put("z", 1).put("a", 2)));

    assertThat(profiler.types()).containsExactly("A", "B");
    assertThat(profiler.section("A").orElseThrow()).hasToString("{\"a\":2,\"z\":1}");
    assertThat(profiler).hasToString("[A, B]");
  }

  @Test
  void sections_are_equal_when_their_json_is() {
    JsonNode asParsed =
        JSON.arrayNode().add(1).add(1L << 40).add(0.5).add("text").addNull().add("NaN");
    JsonNode asBuilt =
        JSON.arrayNode()
            .add(1L)
            .add(1L << 40)
            .add(new BigDecimal("0.50"))
            .add("text")
            .add(JSON.missingNode())
            .add(Double.NaN);

    assertThat(SystemProfiler.of(Map.of("A", asBuilt)))
        .isEqualTo(SystemProfiler.of(Map.of("A", asParsed)))
        .hasSameHashCodeAs(SystemProfiler.of(Map.of("A", asParsed)))
        .isNotEqualTo(SystemProfiler.EMPTY);
  }

  @Test
  void nothing_is_empty() {
    assertThat(SystemProfiler.of(Map.of())).isEqualTo(SystemProfiler.EMPTY);
    assertThat(SystemProfiler.EMPTY.isEmpty()).isTrue();
    assertThat(SystemProfiler.EMPTY.section("A")).isEmpty();
  }

  @Test
  void depth_that_could_not_be_read_back_is_refused() {
    assertThat(SystemProfiler.of(Map.of("A", nested(500))).isEmpty()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SystemProfiler.of(Map.of("A", nested(100_000))))
        .withMessage("a section may not be nested more than 500 levels deep");
  }

  private static JsonNode nested(int levels) {
    JsonNode node = JSON.numberNode(1);
    for (int i = 0; i < levels; i++) {
      node = JSON.arrayNode().add(node);
    }
    return node;
  }
}
