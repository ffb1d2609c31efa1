package org.leafinventory.nix.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;

/** Unfolds infix operators: a chain of one operator is one sequence, broken before the operator. */
final class OperatorSteps {

  private OperatorSteps() {}

  static Step binary(NixBinary node) {
    NixBinary.Op op = node.op();
    if (!Precedence.isChain(op)) {
      return Step.seq(
          ExprSteps.operand(node.left(), Precedence.left(op)),
          Step.SOFT_LINE,
          Step.text(op.symbol() + " "),
          ExprSteps.operand(node.right(), Precedence.right(op)));
    }
    List<NixExpr> operands = operands(node);
    List<Step> steps = new ArrayList<>();
    steps.add(ExprSteps.operand(operands.get(0), minimum(op, 0, operands.size())));
    for (int i = 1; i < operands.size(); i++) {
      steps.add(Step.LINE);
      steps.add(Step.text(op.symbol()));
      steps.add(Step.nest(next(operands.get(i), minimum(op, i, operands.size()))));
    }
    return Step.group(Step.seq(steps));
  }

  /** The right-hand side of {@code =}. */
  static Step binaryAsValue(NixBinary node) {
    NixBinary.Op op = node.op();
    if (op == NixBinary.Op.UPDATE || op == NixBinary.Op.CONCAT || op == NixBinary.Op.ADD) {
      List<NixExpr> operands = operands(node);
      if (Shapes.isAbsorbableTerm(operands.get(0))) {
        return Step.seq(Step.SPACE, binary(node));
      }
      if (operands.size() == 2 && Shapes.isAbsorbableTerm(node.right())) {
        return Step.nest(
            Step.group(
                Step.LINE,
                ExprSteps.operand(node.left(), Precedence.left(op)),
                Step.LINE,
                Step.group(
                    Doc.Group.TRANSPARENT,
                    Step.text(op.symbol() + " "),
                    Step.group(Doc.Group.PRIORITY, ExprSteps.expr(node.right())))));
      }
    }
    return Step.nest(Step.LINE, Step.group(binary(node)));
  }

  private static Step next(NixExpr operand, int minimum) {
    if (Precedence.of(operand) >= minimum) {
      if (operand instanceof NixBinary binary) {
        return Step.group(Step.LINE, binary(binary));
      }
      if (operand instanceof NixCall call) {
        return Step.group(CallSteps.callOnLineOrNext(call));
      }
    }
    return Step.seq(Step.SPACE, ExprSteps.operand(operand, minimum));
  }

  /** The operands of a chain, from left to right, without those that keep their parentheses. */
  private static List<NixExpr> operands(NixBinary node) {
    NixBinary.Op op = node.op();
    List<NixExpr> result = new ArrayList<>();
    Deque<NixExpr> todo = new ArrayDeque<>();
    unfold(node, todo);
    while (!todo.isEmpty()) {
      NixExpr e = todo.pop();
      boolean onTheLeft = result.isEmpty();
      if (e instanceof NixBinary inner
          && inner.op() == op
          && (Precedence.isRightAssociative(op) ? regroups(op, todo) : onTheLeft)) {
        unfold(inner, todo);
      } else {
        result.add(e);
      }
    }
    return result;
  }

  private static void unfold(NixBinary node, Deque<NixExpr> todo) {
    todo.push(node.right());
    todo.push(node.left());
  }

  /** Joining lists and merging sets are associative: grouping to the left says the same. */
  private static boolean regroups(NixBinary.Op op, Deque<NixExpr> behind) {
    return op == NixBinary.Op.CONCAT || op == NixBinary.Op.UPDATE || behind.isEmpty();
  }

  /** What the operand at {@code index} of a chain must bind like at least. */
  private static int minimum(NixBinary.Op op, int index, int size) {
    int innermost = Precedence.isRightAssociative(op) ? size - 1 : 0;
    return index == innermost ? Precedence.of(op) : Precedence.of(op) + 1;
  }
}
