package org.leafinventory.nix.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Nix cannot express is refused when the node is made. */
class NixRefusalsTest {

  @Test
  void refuses_NUL_in_strings_names_and_comments() {
    refuses(() -> Nix.string("a\0b"), "NUL");
    refuses(() -> Nix.bind("a\0b", 1), "NUL");
    refuses(() -> Nix.inherit("\0"), "NUL");
    refuses(() -> Nix.file(1).withHeader("\0"), "NUL");
    refuses(() -> Nix.bind("a", 1).withComment("\0"), "NUL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db"})
  void refuses_lone_surrogates(String text) {
    refuses(() -> Nix.string(text), "lone surrogate");
    refuses(() -> Nix.attr(text), "lone surrogate");
    refuses(() -> Nix.item(1).withComment(text), "lone surrogate");
  }

  @Test
  void joins_a_surrogate_pair_only_within_one_text() {
    refuses(() -> Nix.string("\ud83d", "\ude00"), "lone surrogate");
    assertThatCode(() -> Nix.string("\ud83d\ude00")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -1e-310
      })
  void refuses_numbers_without_a_literal(double number) {
    refuses(() -> Nix.value(number), "no literal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "if", "inherit", "rec", "or", "1a", "-a", "a b", "a.b", "ä", "a\n", "${x}"})
  void refuses_names_that_no_variable_can_bear(String name) {
    refuses(() -> Nix.ref(name), "not a valid variable name");
    refuses(() -> Nix.function(name, 1), "not a valid parameter name");
    refuses(() -> Nix.pattern(name), "not a valid parameter name");
    refuses(() -> Nix.pattern().boundTo(name), "not a valid parameter name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "x", "~", "./", "/a/", "/a//b", "./a b", "./a:b", "./ä", "./a\n", "<>", "</a>",
        "<a/>", "./${x}", "~a/b", "a/~"
      })
  void refuses_what_is_no_path_literal(String path) {
    refuses(() -> Nix.path(path), "not a path literal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./x", "../a/b.nix", "/etc", "~/x", "a/b", "./.", "<nixpkgs>", "<n/lib>"})
  void takes_every_form_of_path(String path) {
    assertThat(Nix.path(path).value()).isEqualTo(path);
  }

  @Test
  void takes_a_very_long_path() {
    assertThatCode(() -> Nix.path("/a".repeat(100_000))).doesNotThrowAnyException();
  }

  @Test
  void refuses_attributes_defined_twice() {
    refusesSet("\"a\"", Nix.bind("a", 1), Nix.bind("a", 2));
    refusesSet("\"a\"", Nix.bind("a", 1), Nix.inherit("a"));
    refusesSet("\"a\"", Nix.bind("a", 1), Nix.bind(Nix.attr("a", "b"), 2));
    refusesSet("\"b\"", Nix.bind(Nix.attr("a", "b"), 1), Nix.bind("a", Map.of("b", 2)));
    refusesSet("\"a\"", Nix.bind("a", 1), Nix.bind(Nix.attr(Nix.string("a")), 2));
    refusesSet("\"a\"", Nix.bind("a", Nix.rec()), Nix.bind(Nix.attr("a", "b"), 2));
    refuses(() -> Nix.inherit("a", "a"), "inherited twice");
    refuses(() -> Nix.let(List.of(Nix.bind("a", 1), Nix.bind("a", 2)), 3), "defined twice");
  }

  @Test
  void takes_attributes_that_Nix_merges() {
    assertThatCode(
            () ->
                Nix.set(
                    Nix.bind(Nix.attr("a", "b"), 1),
                    Nix.bind("a", Map.of("c", 2)),
                    Nix.bind(Nix.attr("a", "d", "e"), 3),
                    Nix.bind(Nix.attr(Nix.ref("x")), 4),
                    Nix.bind(Nix.attr(Nix.ref("x")), 5)))
        .doesNotThrowAnyException();
  }

  @Test
  void refuses_parameters_named_twice() {
    refuses(() -> Nix.pattern("a", "a"), "named twice");
    refuses(() -> Nix.pattern("a").withOptional("a", 1), "named twice");
    refuses(() -> Nix.pattern("a").boundTo("a"), "named twice");
  }

  @Test
  void refuses_computed_names_in_let() {
    refuses(() -> Nix.let(List.of(Nix.bind(Nix.attr(Nix.ref("x")), 1)), 2), "computed names");
  }

  @Test
  void refuses_empty_inherits_and_paths() {
    refuses(Nix::inherit, "at least one");
    refuses(() -> new AttrPath(List.of()), "at least one");
  }

  @Test
  void refuses_Java_values_that_stand_for_nothing_in_Nix() {
    refuses(() -> Nix.value(new Object()), "java.lang.Object");
    refuses(() -> Nix.value(BigDecimal.ONE), "java.math.BigDecimal");
    refuses(() -> Nix.value(Map.of(1, 2)), "not an attribute name");
    refuses(() -> Nix.string(1), "java.lang.Integer");
  }

  @Test
  void shows_offenders_on_one_line_and_cut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Nix.ref("\n\u001b".repeat(1000)))
        .satisfies(
            e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContain("\n", "\u001b"));
  }

  @Test
  void converts_Java_values() {
    assertThat(Nix.value(null)).isEqualTo(Nix.nothing());
    assertThat(Nix.value((short) 3)).isEqualTo(new NixInteger(3));
    assertThat(Nix.value(0.1f)).isEqualTo(new NixFloat(0.1));
    assertThat(Nix.value(CharBuffer.wrap("x"))).isEqualTo(Nix.string("x"));
    assertThat(Nix.value(new String[] {"x"})).isEqualTo(Nix.list("x"));
    assertThat(Nix.value(Map.of("a", List.of(1)))).isEqualTo(Nix.set(Nix.bind("a", Nix.list(1))));
  }

  @Test
  void equal_strings_are_equal_nodes_however_they_were_put_together() {
    assertThat(Nix.string("a", "", "b")).isEqualTo(Nix.string("ab"));
  }

  private static void refusesSet(String name, Binding... bindings) {
    refuses(() -> Nix.set(bindings), "defined twice: " + name);
  }

  private static void refuses(ThrowingCallable creation, String reason) {
    assertThatIllegalArgumentException().isThrownBy(creation).withMessageContaining(reason);
  }
}
