package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.NixAssert;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixBoolean;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFile;
import org.leafinventory.nix.ast.NixFloat;
import org.leafinventory.nix.ast.NixFunction;
import org.leafinventory.nix.ast.NixHasAttr;
import org.leafinventory.nix.ast.NixIf;
import org.leafinventory.nix.ast.NixInteger;
import org.leafinventory.nix.ast.NixLet;
import org.leafinventory.nix.ast.NixList;
import org.leafinventory.nix.ast.NixNull;
import org.leafinventory.nix.ast.NixPath;
import org.leafinventory.nix.ast.NixRef;
import org.leafinventory.nix.ast.NixSelect;
import org.leafinventory.nix.ast.NixSet;
import org.leafinventory.nix.ast.NixString;
import org.leafinventory.nix.ast.NixUnary;
import org.leafinventory.nix.ast.NixWith;

/** Unfolds every kind of expression; the larger kinds have a class of their own. */
final class ExprSteps implements NixExpr.Visitor<Step> {

  private static final ExprSteps INSTANCE = new ExprSteps();

  private ExprSteps() {}

  static Step file(NixFile file) {
    if (file.header().isEmpty()) {
      return root(file.body());
    }
    return Step.seq(SetSteps.comments(file.header()), Step.newLines(2), root(file.body()));
  }

  static Step root(NixExpr e) {
    return Step.group(expr(e));
  }

  /** The expression, unfolded when its turn comes. */
  static Step expr(NixExpr e) {
    return doc -> e.accept(INSTANCE).unfold(doc);
  }

  /** The expression, in parentheses if it binds less than {@code minimum}. */
  static Step operand(NixExpr e, int minimum) {
    return Precedence.of(e) >= minimum ? expr(e) : parenthesized(e);
  }

  static Step parenthesized(NixExpr e) {
    return enclosed("(", e, ")");
  }

  /** The expression between brackets, beginning on the line of the opening one if it can. */
  static Step enclosed(String open, NixExpr e, String close) {
    return Step.group(Step.text(open), Step.nest(inBrackets(e)), Step.text(close));
  }

  private static Step inBrackets(NixExpr e) {
    if (Shapes.isAbsorbable(e)) {
      return Step.group(absorbed(e));
    }
    if (e instanceof NixCall call) {
      return CallSteps.callInParentheses(call);
    }
    Step before = e instanceof NixSelect ? Step.NOTHING : Step.LINE_OR_NOTHING;
    return Step.seq(before, Step.group(expr(e)), Step.LINE_OR_NOTHING);
  }

  /** An expression that begins on the line of what introduces it. */
  static Step absorbed(NixExpr e) {
    if (e instanceof NixWith with) {
      return Step.group(
          Step.LINE_OR_NOTHING,
          withScope(with),
          Step.SPACE,
          Step.group(Doc.Group.PRIORITY, expr(with.body())));
    }
    return expr(e);
  }

  private static Step withScope(NixWith with) {
    return Step.seq(Step.text("with "), Step.nest(root(with.scope())), Step.text(";"));
  }

  @Override
  public Step visitNull(NixNull node) {
    return Step.text("null");
  }

  @Override
  public Step visitBoolean(NixBoolean node) {
    return Step.text(node.value() ? "true" : "false");
  }

  @Override
  public Step visitInteger(NixInteger node) {
    return Step.text(
        node.value() == Long.MIN_VALUE
            ? "(-" + Long.MAX_VALUE + " - 1)"
            : Long.toString(node.value()));
  }

  @Override
  public Step visitFloat(NixFloat node) {
    return Step.text(Double.toString(node.value()));
  }

  @Override
  public Step visitString(NixString node) {
    return StringSteps.string(node);
  }

  @Override
  public Step visitPath(NixPath node) {
    return Step.text(node.value());
  }

  @Override
  public Step visitRef(NixRef node) {
    return Step.text(node.name());
  }

  @Override
  public Step visitList(NixList node) {
    return SetSteps.list(node);
  }

  @Override
  public Step visitSet(NixSet node) {
    return SetSteps.set(node);
  }

  @Override
  public Step visitFunction(NixFunction node) {
    return FunctionSteps.function(node);
  }

  @Override
  public Step visitCall(NixCall node) {
    return CallSteps.call(node);
  }

  @Override
  public Step visitSelect(NixSelect node) {
    boolean bare = Precedence.of(node.subject()) >= Precedence.SUBJECT;
    Step fallback =
        node.fallback()
            .map(
                e ->
                    Step.seq(
                        Step.SOFT_LINE, Step.nest(Step.text("or "), operand(e, Precedence.ATOM))))
            .orElse(Step.NOTHING);
    return Step.seq(
        operand(node.subject(), Precedence.SUBJECT),
        bare ? Step.NOTHING : Step.SOFT_LINE_OR_NOTHING,
        Step.text("."),
        SetSteps.path(node.path()),
        fallback);
  }

  @Override
  public Step visitHasAttr(NixHasAttr node) {
    return Step.seq(
        // Nix takes a bare call here, nixfmt does not.
        operand(node.subject(), Precedence.TERM),
        Step.SOFT_LINE,
        Step.text("? "),
        SetSteps.path(node.path()));
  }

  @Override
  public Step visitUnary(NixUnary node) {
    return Step.seq(Step.text(node.op().symbol()), operand(node.operand(), Precedence.CALL));
  }

  @Override
  public Step visitBinary(NixBinary node) {
    return OperatorSteps.binary(node);
  }

  @Override
  public Step visitLet(NixLet node) {
    Step bindings =
        node.bindings().isEmpty()
            ? Step.NOTHING
            : Step.seq(Step.NEW_LINE, Step.nest(SetSteps.bindings(node.bindings())));
    return Step.seq(
        Step.text("let"),
        bindings,
        Step.NEW_LINE,
        Step.group(Step.text("in"), Step.NEW_LINE, expr(node.body())));
  }

  @Override
  public Step visitWith(NixWith node) {
    return Step.seq(Step.group(withScope(node)), Step.LINE, expr(node.body()));
  }

  @Override
  public Step visitAssert(NixAssert node) {
    return Step.group(
        CallSteps.keyword("assert", node.condition()),
        Step.text(";"),
        Step.NEW_LINE,
        expr(node.body()));
  }

  @Override
  public Step visitIf(NixIf node) {
    List<Step> steps = new ArrayList<>();
    Step separator = Step.LINE;
    NixExpr e = node;
    while (e instanceof NixIf branch) {
      steps.add(
          Step.group(
              Step.text("if"),
              Step.LINE,
              Step.nest(expr(branch.condition())),
              Step.LINE,
              Step.text("then")));
      steps.add(separator);
      steps.add(Step.nest(root(branch.whenTrue())));
      steps.add(separator);
      steps.add(Step.text("else"));
      e = branch.whenFalse();
      if (e instanceof NixIf) {
        steps.add(Step.SPACE);
        separator = Step.NEW_LINE;
      }
    }
    steps.add(Step.LINE);
    steps.add(Step.nest(root(e)));
    return Step.group(Step.seq(steps));
  }
}
