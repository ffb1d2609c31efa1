package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFunction;
import org.leafinventory.nix.ast.NixRef;
import org.leafinventory.nix.ast.NixSelect;
import org.leafinventory.nix.ast.Parameter;

/** Unfolds function calls: as many arguments as possible on one line, the last one absorbed. */
final class CallSteps {

  private final NixExpr function;
  private final List<NixExpr> arguments;
  private final boolean simple;

  private CallSteps(NixCall call) {
    List<NixExpr> reversed = new ArrayList<>();
    NixExpr e = call;
    while (e instanceof NixCall c) {
      reversed.add(c.argument());
      e = c.function();
    }
    Collections.reverse(reversed);
    function = e;
    arguments = reversed;
    simple = Shapes.isSimple(call);
  }

  static Step call(NixCall call) {
    CallSteps steps = new CallSteps(call);
    return steps.layout(Step.NOTHING, steps.head(), Step.NOTHING);
  }

  /** A call behind a symbol: on its line, or on the next if that would take more than one line. */
  static Step callOnLineOrNext(NixCall call) {
    CallSteps steps = new CallSteps(call);
    return steps.layout(steps.simple ? Step.SPACE : Step.LINE, steps.head(), Step.NOTHING);
  }

  /** A call between parentheses. */
  static Step callInParentheses(NixCall call) {
    CallSteps steps = new CallSteps(call);
    Step head = Step.nest(Step.group(Step.LINE_OR_NOTHING, steps.head()));
    return steps.layout(Step.NOTHING, head, steps.simple ? Step.NOTHING : Step.LINE_OR_NOTHING);
  }

  /** A keyword that is laid out as if it were a function, and the expression that it governs. */
  static Step keyword(String keyword, NixExpr e) {
    if (e instanceof NixCall call) {
      CallSteps steps = new CallSteps(call);
      steps.arguments.add(0, steps.function);
      return steps.layout(Step.NOTHING, Step.text(keyword), Step.NOTHING);
    }
    return Step.group(Step.text(keyword), Step.LINE, last(e, Precedence.ANY));
  }

  private Step head() {
    return ExprSteps.operand(function, Precedence.TERM);
  }

  private Step layout(Step before, Step head, Step after) {
    int lastIndex = arguments.size() - 1;
    Step last = last(arguments.get(lastIndex), Precedence.TERM);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= lastIndex; i++) {
      steps.add(doc -> doc.open(Doc.Group.TRANSPARENT));
    }
    steps.add(head);
    for (NixExpr argument : arguments.subList(0, lastIndex)) {
      steps.add(Doc::close);
      steps.add(Step.LINE);
      steps.add(Step.nest(inner(argument)));
    }
    steps.add(Doc::close);
    Step line = simple ? Step.SPACE : Step.LINE;
    Doc.Group flat = simple ? Doc.Group.FLAT : Doc.Group.TRANSPARENT;
    return Step.group(Step.group(flat, before, Step.seq(steps)), line, last, after);
  }

  private static Step inner(NixExpr argument) {
    // Breaking a selection first would tear off only what follows its dot.
    Doc.Group kind = argument instanceof NixSelect ? Doc.Group.REGULAR : Doc.Group.PRIORITY;
    return Step.group(kind, ExprSteps.operand(argument, Precedence.TERM));
  }

  private static Step last(NixExpr argument, int minimum) {
    if (Shapes.isAbsorbableTerm(argument)) {
      return Step.group(Doc.Group.PRIORITY, Step.nest(ExprSteps.expr(argument)));
    }
    if (Precedence.of(argument) >= minimum) {
      return Step.group(Step.nest(ExprSteps.expr(argument)));
    }
    Step compact = compactInParentheses(argument);
    return Step.group(Doc.Group.PRIORITY, Step.nest(compact));
  }

  private static Step compactInParentheses(NixExpr e) {
    if (e instanceof NixFunction function
        && function.parameter() instanceof Parameter.Name name
        && Shapes.isAbsorbableTerm(function.body())) {
      return Step.seq(
          Step.text("(" + name.value() + ": "), ExprSteps.expr(function.body()), Step.text(")"));
    }
    if (e instanceof NixCall call
        && call.function() instanceof NixRef ref
        && Shapes.isAbsorbableTerm(call.argument())) {
      return Step.seq(
          Step.text("(" + ref.name() + " "), ExprSteps.expr(call.argument()), Step.text(")"));
    }
    return Step.seq(
        Step.text("("),
        Step.LINE_OR_NOTHING,
        Step.group(Step.nest(ExprSteps.expr(e))),
        Step.LINE_OR_NOTHING,
        Step.text(")"));
  }
}
