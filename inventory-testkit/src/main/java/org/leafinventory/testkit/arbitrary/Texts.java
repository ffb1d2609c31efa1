package org.leafinventory.testkit.arbitrary;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.leafinventory.model.HostName;

/** Texts and names. */
final class Texts {

  /** What breaks printers, shells, terminals, Nix, JSON and those who parse by hand. */
  private static final List<String> HOSTILE =
      List.of(
          "\"",
          "'",
          "''",
          "'''",
          "${x}",
          "$${x}",
          "''${x}",
          "$",
          "\\",
          "\\n",
          "\n",
          "\r\n",
          "\t",
          "\u0001",
          "\u0007",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "😀",
          "👩‍👩‍👧",
          "e\u0301",
          "名前",
          "`id`",
          "$(id)",
          "; rm -rf /",
          "%s",
          "{{x}}",
          "#",
          "/*",
          "../..",
          "</a>",
          ",",
          "null",
          "unknown",
          " ",
          "");

  private Texts() {}

  static Arbitrary<String> anyText() {
    Arbitrary<String> plain =
        Arbitraries.strings().withCharRange(' ', '~').withCharRange('\u00a1', 'ͷ').ofMaxLength(20);
    Arbitrary<String> hostile = Arbitraries.of(HOSTILE);
    Arbitrary<String> mixed =
        Arbitraries.oneOf(hostile, plain).list().ofMaxSize(5).map(parts -> String.join("", parts));
    return Arbitraries.frequencyOf(Tuple.of(3, plain), Tuple.of(1, hostile), Tuple.of(2, mixed));
  }

  static Arbitrary<String> anyTextWithNul() {
    return Combinators.combine(anyText(), anyText())
        .as((before, after) -> before + "\u0000" + after);
  }

  static Arbitrary<HostName> hostNames() {
    Arbitrary<String> label = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> more =
        Combinators.combine(Arbitraries.of("-", "_", ".", "--"), label).as(String::concat);
    Arbitrary<String> joined =
        Combinators.combine(label, more.list().ofMaxSize(4))
            .as((first, rest) -> first + String.join("", rest));
    return Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of("studio", "mac-mini-1", "Build-Mac-07", "m1.lab.example")),
            Tuple.of(4, joined),
            Tuple.of(1, Arbitraries.just("a".repeat(63))))
        .map(HostName::of);
  }
}
