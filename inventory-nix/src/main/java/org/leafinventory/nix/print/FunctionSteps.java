package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFunction;
import org.leafinventory.nix.ast.Parameter;

/** Unfolds functions: plain parameters side by side, set patterns on lines of their own. */
final class FunctionSteps {

  private static final int FEW = 2;

  private FunctionSteps() {}

  static Step function(NixFunction function) {
    if (function.parameter() instanceof Parameter.Pattern pattern) {
      return Step.seq(
          pattern(pattern), Step.text(":"), Step.LINE, Step.group(ExprSteps.expr(function.body())));
    }
    List<Step> names = new ArrayList<>();
    NixExpr body = function;
    while (body instanceof NixFunction inner && inner.parameter() instanceof Parameter.Name name) {
      names.add(Step.text((names.isEmpty() ? "" : " ") + name.value() + ":"));
      body = inner.body();
    }
    return Step.group(Step.LINE_OR_NOTHING, Step.seq(names), body(body, names.size()));
  }

  private static Step body(NixExpr body, int parameters) {
    if (Shapes.isAbsorbable(body)) {
      return Step.seq(Step.SPACE, Step.group(Doc.Group.PRIORITY, ExprSteps.absorbed(body)));
    }
    return Step.seq(parameters <= FEW ? Step.LINE : Step.NEW_LINE, ExprSteps.expr(body));
  }

  private static Step pattern(Parameter.Pattern pattern) {
    Step name = pattern.binding().map(n -> Step.text(n + "@")).orElse(Step.NOTHING);
    List<Step> formals = new ArrayList<>();
    int last = pattern.formals().size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean comma = i < last || pattern.ellipsis();
      formals.add(
          Step.seq(
              formal(pattern.formals().get(i)), comma ? Step.text(",") : Step.textIfBroken(",")));
    }
    if (pattern.ellipsis()) {
      formals.add(Step.text("..."));
    }
    return Step.seq(name, Step.group(braces(formals, Shapes.isShort(pattern))));
  }

  private static Step braces(List<Step> formals, boolean isShort) {
    if (formals.isEmpty()) {
      return Step.text("{ }");
    }
    Step line = isShort ? Step.LINE : Step.NEW_LINE;
    List<Step> inside = new ArrayList<>();
    for (Step formal : formals) {
      inside.add(line);
      inside.add(formal);
    }
    return Step.seq(Step.text("{"), Step.nest(Step.seq(inside)), line, Step.text("}"));
  }

  private static Step formal(Parameter.Formal formal) {
    Step name = Step.text(formal.name());
    return formal
        .fallback()
        .map(e -> Step.group(name, Step.SPACE, Step.nest(Step.text("?"), SetSteps.value(e))))
        .orElse(name);
  }
}
