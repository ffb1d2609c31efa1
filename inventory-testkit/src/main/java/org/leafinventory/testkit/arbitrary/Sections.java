package org.leafinventory.testkit.arbitrary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.leafinventory.model.SystemProfiler;

/** Raw sections of {@code system_profiler}: trees of any JSON. */
final class Sections {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 3;

  private Sections() {}

  static Arbitrary<SystemProfiler> sections() {
    return Arbitraries.maps(
            Arbitraries.of("SPHardwareDataType", "SPDisplaysDataType", "SPUSBDataType"),
            tree(MAX_DEPTH))
        .map(SystemProfiler::of);
  }

  /** Every kind of node, numbers as Jackson's reader would not have made them among them. */
  private static Arbitrary<JsonNode> tree(int depth) {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Texts.anyText().map(JSON::textNode),
            Arbitraries.integers().map(JSON::numberNode),
            Arbitraries.longs().map(JSON::numberNode),
            Arbitraries.bigIntegers().map(JSON::numberNode),
            Arbitraries.doubles().map(JSON::numberNode),
            Arbitraries.of(true, false).map(JSON::booleanNode),
            Arbitraries.just(JSON.nullNode()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> below = tree(depth - 1);
    Arbitrary<JsonNode> array =
        below.list().ofMaxSize(3).map(elements -> JSON.arrayNode().addAll(elements));
    Arbitrary<JsonNode> object =
        Arbitraries.maps(Texts.anyText(), below)
            .ofMaxSize(3)
            .map(entries -> JSON.objectNode().setAll(entries));
    return Arbitraries.oneOf(leaf, array, object);
  }
}
