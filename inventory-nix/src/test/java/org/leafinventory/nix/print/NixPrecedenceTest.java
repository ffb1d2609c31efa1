package org.leafinventory.nix.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.leafinventory.nix.RealNix;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixBinary.Op;
import org.leafinventory.nix.ast.NixExpr;

/** Parentheses stand where Nix would group otherwise: formulas come to what Java makes of them. */
class NixPrecedenceTest {

  /** A formula and its value. */
  private record Formula<T>(NixExpr expression, T value) {}

  @AddLifecycleHook(RealNix.Needed.class)
  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void formulas_come_to_the_value_of_their_tree(@ForAll long seed) {
    Random random = new Random(seed);
    List<NixExpr> formulas = new ArrayList<>();
    StringJoiner expected = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 500; i++) {
      Formula<?> formula = i % 2 == 0 ? number(random, 4) : condition(random, 4);
      formulas.add(formula.expression());
      expected.add(formula.value().toString());
    }
    assertThat(RealNix.evaluate(NixPrinter.print(Nix.value(formulas))))
        .isEqualTo(expected.toString());
  }

  private static Formula<Long> number(Random random, int depth) {
    if (depth == 0) {
      long value = random.nextInt(9) - 4L;
      return new Formula<>(Nix.value(value), value);
    }
    Formula<Long> a = number(random, depth - 1);
    Formula<Long> b = number(random, random.nextInt(depth));
    return switch (random.nextInt(5)) {
      case 0 -> new Formula<>(a.expression().plus(b.expression()), a.value() + b.value());
      case 1 -> new Formula<>(a.expression().minus(b.expression()), a.value() - b.value());
      case 2 -> new Formula<>(b.expression().minus(a.expression()), b.value() - a.value());
      case 3 -> new Formula<>(a.expression().times(b.expression()), a.value() * b.value());
      default -> new Formula<>(a.expression().negate(), -a.value());
    };
  }

  private static Formula<Boolean> condition(Random random, int depth) {
    if (depth == 0) {
      boolean value = random.nextBoolean();
      return new Formula<>(Nix.value(value), value);
    }
    Formula<Boolean> a = condition(random, depth - 1);
    Formula<Boolean> b = condition(random, random.nextInt(depth));
    NixExpr left = a.expression();
    NixExpr right = b.expression();
    return switch (random.nextInt(7)) {
      case 0 -> new Formula<>(left.and(right), a.value() && b.value());
      case 1 -> new Formula<>(left.or(right), a.value() || b.value());
      case 2 -> new Formula<>(left.implies(right), !a.value() || b.value());
      case 3 -> new Formula<>(right.implies(left), !b.value() || a.value());
      case 4 -> new Formula<>(left.isEqualTo(right), a.value().equals(b.value()));
      case 5 -> new Formula<>(left.not(), !a.value());
      default -> {
        Formula<Long> x = number(random, depth - 1);
        Formula<Long> y = number(random, depth - 1);
        yield new Formula<>(x.expression().binary(Op.LESS, y.expression()), x.value() < y.value());
      }
    };
  }
}
