package org.leafinventory.nix.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.nix.RealNix;
import org.leafinventory.nix.ast.ListItem;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixList;
import org.leafinventory.nix.ast.Trivia;

/** Escapes, quoting, parentheses, and trees that are very large. */
class NixPrinterTest {

  private static final NixExpr A = Nix.ref("a");
  private static final NixExpr B = Nix.ref("b");
  private static final int DEEP = 100_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "say \"hi\" | \"say \\\"hi\\\"\"",
        "back\\slash | \"back\\\\slash\"",
        "${x} | \"\\${x}\"",
        "$${x} | \"$\\${x}\"",
        "$$${x} | \"$$\\${x}\"",
        "$x $ | \"$x $\"",
        "''${x} | \"''\\${x}\"",
        "\\u00e9 | \"\\\\u00e9\""
      })
  void escapes_text(String text, String expected) {
    assertThat(NixPrinter.print(Nix.string(text))).isEqualTo(expected);
  }

  @Test
  void escapes_line_ends_and_tabs() {
    assertThat(NixPrinter.print(Nix.string("a\r\nb\tc"))).isEqualTo("\"a\\r\\nb\\tc\"");
  }

  @Test
  void a_dollar_before_an_interpolation_stays_text() {
    assertThat(NixPrinter.print(Nix.string("$", A, "$"))).isEqualTo("\"\\$${a}$\"");
    assertThat(NixPrinter.print(Nix.string("x$", A, "\n").indented()))
        .isEqualTo("''\n  x''$${a}\n''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"if", "then", "else", "assert", "with", "let", "in", "rec", "inherit"})
  void quotes_attribute_names_that_are_keywords(String name) {
    assertThat(NixPrinter.print(A.select(name))).isEqualTo("a.\"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "-a", "a b", "a.b", "a/b", "a:b", "ü"})
  void quotes_attribute_names_that_are_no_identifiers(String name) {
    assertThat(NixPrinter.print(A.select(name))).isEqualTo("a.\"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"or", "true", "null", "import", "builtins", "a-b", "a'", "_a"})
  void leaves_other_attribute_names_bare(String name) {
    assertThat(NixPrinter.print(A.select(name))).isEqualTo("a." + name);
  }

  @Test
  void interpolation_in_a_name_is_text_unless_it_is_a_node() {
    assertThat(NixPrinter.print(A.select("${x}"))).isEqualTo("a.\"\\${x}\"");
    assertThat(NixPrinter.print(A.select(Nix.attr("b").then(Nix.ref("x"))))).isEqualTo("a.b.${x}");
    assertThat(NixPrinter.print(A.has(Nix.attr(Nix.string("x", B))))).isEqualTo("a ? \"x${b}\"");
  }

  @Test
  void parenthesizes_what_would_read_otherwise() {
    assertThat(NixPrinter.print(Nix.list(-1))).isEqualTo("[ (-1) ]");
    assertThat(NixPrinter.print(A.call(-1, A.call(B)))).isEqualTo("a (-1) (a b)");
    assertThat(NixPrinter.print(Nix.value(1).select("x"))).isEqualTo("(1).x");
    assertThat(NixPrinter.print(Nix.path("./p").select("x"))).isEqualTo("(./p).x");
    assertThat(NixPrinter.print(A.call(1).has("x"))).isEqualTo("(a 1) ? x");
    assertThat(NixPrinter.print(A.not().not())).isEqualTo("!(!a)");
    assertThat(NixPrinter.print(A.plus(B).not())).isEqualTo("!(a + b)");
    assertThat(NixPrinter.print(A.not().plus(B))).isEqualTo("(!a) + b");
    assertThat(NixPrinter.print(A.isEqualTo(B).isEqualTo(A))).isEqualTo("(a == b) == a");
    assertThat(NixPrinter.print(A.implies(B).implies(A))).isEqualTo("(a -> b) -> a");
    assertThat(NixPrinter.print(A.implies(B.implies(A)))).isEqualTo("a -> b -> a");
    assertThat(NixPrinter.print(A.select("x").orElse(B.call(1)).select("y")))
        .isEqualTo("(a.x or (b 1)).y");
    assertThat(NixPrinter.print(Nix.function("x", A).call(Nix.function("y", B))))
        .isEqualTo("(x: a) (y: b)");
  }

  @Test
  void leaves_out_parentheses_where_the_operator_is_associative() {
    assertThat(NixPrinter.print(A.update(B).update(A))).isEqualTo("a // b // a");
    assertThat(NixPrinter.print(A.concat(B.concat(A)))).isEqualTo("a ++ b ++ a");
  }

  @ParameterizedTest
  @CsvSource({"0.5,0.5", "1.0,1.0", "-2.5,-2.5", "1.0E10,1.0E10", "1.0E-5,1.0E-5"})
  void floats_always_have_a_dot(double number, String expected) {
    assertThat(NixPrinter.print(Nix.value(number))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.5e23, Double.MAX_VALUE, Double.MIN_NORMAL, 5e-5, Math.PI})
  void floats_are_exact(double number) {
    NixExpr sameAsJson =
        Nix.value(number)
            .isEqualTo(Nix.ref("builtins").select("fromJSON").call(Double.toString(number)));
    assertThat(RealNix.evaluate(NixPrinter.print(sameAsJson))).isEqualTo("true");
  }

  @Test
  void the_extreme_integers_are_exact() {
    String text = NixPrinter.print(Nix.list(Long.MIN_VALUE, Long.MAX_VALUE));
    assertThat(RealNix.evaluate(text)).isEqualTo("[-9223372036854775808,9223372036854775807]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "  a\n  b\n", "a\n \nb", "a'\n'", "a\r\nb\n", "a\nb'", "'''\na"})
  void falls_back_to_quotes_where_indentation_would_change_the_text(String text) {
    assertThat(NixPrinter.print(Nix.string(text).indented())).startsWith("\"");
  }

  @Test
  void deep_trees_do_not_overflow_the_stack() {
    List<UnaryOperator<NixExpr>> nestings =
        List.of(
            Nix::list,
            e -> Nix.set(Nix.bind("a", e)),
            e -> e.call(1),
            e -> A.call(e),
            e -> e.plus(1),
            e -> A.update(e),
            e -> A.isEqualTo(e),
            e -> e.select("a"),
            e -> A.select("a").orElse(e),
            e -> e.not(),
            e -> Nix.function("a", e),
            e -> Nix.function(Nix.pattern("a"), e),
            e -> Nix.when(A, 1, e),
            e -> Nix.when(e, 1, 2),
            e -> Nix.with(A, e),
            e -> Nix.require(A, e),
            e -> Nix.let(List.of(Nix.bind("a", 1)), e),
            e -> Nix.string("x", e));
    for (UnaryOperator<NixExpr> nesting : nestings) {
      NixExpr tree = A;
      for (int i = 0; i < DEEP / 10; i++) {
        tree = nesting.apply(tree);
      }
      assertThat(NixPrinter.print(tree)).contains("a");
    }
  }

  @Test
  void a_hundred_thousand_levels_print_in_seconds() {
    NixExpr lists = A;
    NixExpr calls = A;
    NixExpr sums = A;
    for (int i = 0; i < DEEP; i++) {
      lists = Nix.list(lists);
      calls = calls.call(1);
      sums = sums.plus(1);
    }
    NixExpr both = Nix.set(Nix.bind("calls", calls), Nix.bind("sums", sums));
    assertThat(NixPrinter.print(lists)).startsWith("[").endsWith("]");
    assertThat(NixPrinter.print(both)).startsWith("{\n  calls =\n").endsWith("+ 1;\n}");
  }

  @Test
  void wide_trees_print_in_linear_time() {
    List<ListItem> items = new ArrayList<>();
    for (int i = 0; i < 5 * DEEP; i++) {
      items.add(new ListItem(A, Trivia.none()));
    }
    NixExpr list = new NixList(items);
    assertTimeout(Duration.ofSeconds(20), () -> NixPrinter.print(list));
  }
}
