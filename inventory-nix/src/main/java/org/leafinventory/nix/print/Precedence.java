package org.leafinventory.nix.print;

import org.leafinventory.nix.ast.NixAssert;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixBoolean;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;
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

/**
 * How tightly an expression binds: one that binds less than its place asks for gets parentheses.
 */
final class Precedence implements NixExpr.Visitor<Integer> {

  /** What may stand anywhere an expression may: functions, {@code let}, {@code if}… */
  static final int ANY = 0;

  private static final int NOT = 7;
  private static final int HAS_ATTRIBUTE = 11;
  private static final int NEGATE = 12;

  /** Function calls. */
  static final int CALL = 13;

  /** What may be an argument or a list item. */
  static final int TERM = 14;

  /** What may follow {@code or}: terms without an {@code or} of their own. */
  static final int ATOM = 15;

  /**
   * What may stand before a dot: variables and selections. A number or path would swallow the dot.
   */
  static final int SUBJECT = 16;

  private static final Precedence INSTANCE = new Precedence();

  private Precedence() {}

  static int of(NixExpr expression) {
    return expression.accept(INSTANCE);
  }

  static int of(NixBinary.Op op) {
    return switch (op) {
      case IMPLIES -> 1;
      case OR -> 2;
      case AND -> 3;
      case EQUAL, NOT_EQUAL -> 4;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 5;
      case UPDATE -> 6;
      case ADD, SUBTRACT -> 8;
      case MULTIPLY, DIVIDE -> 9;
      case CONCAT -> 10;
    };
  }

  /** What the left operand must bind like at least. */
  static int left(NixBinary.Op op) {
    return isChain(op) && !isRightAssociative(op) ? of(op) : of(op) + 1;
  }

  /** What the right operand must bind like at least. */
  static int right(NixBinary.Op op) {
    return isRightAssociative(op) ? of(op) : of(op) + 1;
  }

  static boolean isRightAssociative(NixBinary.Op op) {
    return op == NixBinary.Op.CONCAT || op == NixBinary.Op.UPDATE || op == NixBinary.Op.IMPLIES;
  }

  /** Whether {@code a op b op c} is Nix; comparisons do not associate. */
  static boolean isChain(NixBinary.Op op) {
    return switch (op) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
      default -> true;
    };
  }

  @Override
  public Integer visitBinary(NixBinary node) {
    return of(node.op());
  }

  @Override
  public Integer visitUnary(NixUnary node) {
    return node.op() == NixUnary.Op.NOT ? NOT : NEGATE;
  }

  @Override
  public Integer visitHasAttr(NixHasAttr node) {
    return HAS_ATTRIBUTE;
  }

  @Override
  public Integer visitCall(NixCall node) {
    return CALL;
  }

  @Override
  public Integer visitSelect(NixSelect node) {
    return node.fallback().isPresent() ? TERM : SUBJECT;
  }

  @Override
  public Integer visitRef(NixRef node) {
    return SUBJECT;
  }

  @Override
  public Integer visitInteger(NixInteger node) {
    return node.value() < 0 && node.value() != Long.MIN_VALUE ? NEGATE : ATOM;
  }

  @Override
  public Integer visitFloat(NixFloat node) {
    return node.value() < 0 || isNegativeZero(node) ? NEGATE : ATOM;
  }

  private static boolean isNegativeZero(NixFloat node) {
    return Double.doubleToRawLongBits(node.value()) == Double.doubleToRawLongBits(-0.0);
  }

  @Override
  public Integer visitNull(NixNull node) {
    return ATOM;
  }

  @Override
  public Integer visitBoolean(NixBoolean node) {
    return ATOM;
  }

  @Override
  public Integer visitString(NixString node) {
    return ATOM;
  }

  @Override
  public Integer visitPath(NixPath node) {
    return ATOM;
  }

  @Override
  public Integer visitList(NixList node) {
    return ATOM;
  }

  @Override
  public Integer visitSet(NixSet node) {
    return ATOM;
  }

  @Override
  public Integer visitFunction(NixFunction node) {
    return ANY;
  }

  @Override
  public Integer visitLet(NixLet node) {
    return ANY;
  }

  @Override
  public Integer visitWith(NixWith node) {
    return ANY;
  }

  @Override
  public Integer visitIf(NixIf node) {
    return ANY;
  }

  @Override
  public Integer visitAssert(NixAssert node) {
    return ANY;
  }
}
