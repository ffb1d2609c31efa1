package org.leafinventory.nix.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;
import org.leafinventory.nix.NixTrees;
import org.leafinventory.nix.RealNix;
import org.leafinventory.nix.ast.Nix;

/** Laws of printing, most of them judged by the real Nix, hundreds of trees a run. */
class NixPropertiesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @AddLifecycleHook(RealNix.Needed.class)
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void any_value_comes_back_from_nix_as_it_was(@ForAll("batches") List<Long> seeds)
      throws JsonProcessingException {
    List<@Nullable Object> values = seeds.stream().map(NixTrees::value).toList();
    String answer = RealNix.evaluate(NixPrinter.print(Nix.file(values)));
    JsonNode expected = JSON.valueToTree(values);
    JsonNode actual = JSON.readTree(answer);
    for (int i = 0; i < values.size(); i++) {
      assertThat(same(expected.get(i), actual.get(i)))
          .as("%s came back as %s", expected.get(i), actual.get(i))
          .isTrue();
    }
  }

  @AddLifecycleHook(RealNix.Needed.class)
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void any_text_survives_both_notations(@ForAll("batches") List<Long> seeds)
      throws JsonProcessingException {
    List<String> texts = seeds.stream().map(NixTrees::text).toList();
    Object[] strings =
        texts.stream()
            .map(t -> Nix.list(Nix.string(t), Nix.string(t).indented(), spliced(t)))
            .toArray();
    JsonNode answer = JSON.readTree(RealNix.evaluate(NixPrinter.print(Nix.list(strings))));
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      assertThat(answer.get(i))
          .extracting(JsonNode::asText)
          .containsExactly(text, text, text + "<>" + text + "\n" + text);
    }
  }

  private static Object spliced(String text) {
    return Nix.string(text, Nix.string("<>"), text, "\n", Nix.string(""), text).indented();
  }

  @AddLifecycleHook(RealNix.Needed.class)
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void any_tree_is_accepted_by_the_parser(@ForAll("batches") List<Long> seeds) {
    Object[] trees = seeds.stream().map(NixTrees::tree).toArray();
    // The parser refuses variables that it does not know.
    RealNix.parse(
        NixPrinter.print(Nix.function(Nix.pattern(NixTrees.variables()), Nix.list(trees))));
  }

  @Property(tries = 1000)
  void printing_twice_gives_the_same_text(@ForAll("seeds") long seed) {
    assertThat(NixPrinter.print(NixTrees.tree(seed)))
        .isEqualTo(NixPrinter.print(NixTrees.tree(seed)));
  }

  @Property(tries = 1000)
  void lines_end_with_LF_and_carry_no_trailing_blanks(@ForAll("seeds") long seed) {
    String text = NixPrinter.print(Nix.file(NixTrees.value(seed)).withHeader(NixTrees.text(seed)));
    assertThat(text).endsWith("\n").doesNotContain("\r", "\n\n\n", " \n");
  }

  @Property(tries = 1000)
  void no_text_ends_a_comment(@ForAll("seeds") long seed) {
    String text =
        NixPrinter.print(Nix.file(Nix.nothing()).withHeader(NixTrees.text(seed) + "\r[\n]"));
    assertThat(text).endsWith("\n\nnull\n");
    assertThat(text.substring(0, text.length() - "\n\nnull\n".length()).split("[\r\n]"))
        .allMatch(line -> line.startsWith("#"));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return NixTrees.seeds();
  }

  @Provide
  Arbitrary<List<Long>> batches() {
    return NixTrees.seeds().list().ofSize(300);
  }

  /** Equal, but for floats that Nix prints with six digits and for the order of attributes. */
  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isDouble()) {
      double difference = Math.abs(expected.asDouble() - actual.asDouble());
      return difference <= 1e-5 * Math.abs(expected.asDouble());
    }
    if (expected.size() != actual.size()) {
      return false;
    }
    if (expected.isObject()) {
      return expected
          .propertyStream()
          .allMatch(e -> actual.has(e.getKey()) && same(e.getValue(), actual.get(e.getKey())));
    }
    if (expected.isArray()) {
      boolean same = actual.isArray();
      for (int i = 0; i < expected.size(); i++) {
        same &= same(expected.get(i), actual.get(i));
      }
      return same;
    }
    return expected.asText().equals(actual.asText()) && expected.isTextual() == actual.isTextual();
  }
}
