package org.leafinventory.nix.ast;

/**
 * {@code left op right}.
 *
 * @param left the left operand
 * @param op the operator
 * @param right the right operand
 */
public record NixBinary(NixExpr left, Op op, NixExpr right) implements NixExpr {

  /** The infix operators. */
  public enum Op {
    /** {@code ++}, lists joined. */
    CONCAT("++"),
    /** {@code *}. */
    MULTIPLY("*"),
    /** {@code /}. */
    DIVIDE("/"),
    /** {@code +}, a sum, or strings or paths joined. */
    ADD("+"),
    /** {@code -}. */
    SUBTRACT("-"),
    /** {@code //}, sets merged. */
    UPDATE("//"),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">="),
    /** {@code ==}. */
    EQUAL("=="),
    /** {@code !=}. */
    NOT_EQUAL("!="),
    /** {@code &&}. */
    AND("&&"),
    /** {@code ||}. */
    OR("||"),
    /** {@code ->}, logical implication. */
    IMPLIES("->");

    private final String symbol;

    Op(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as Nix writes it. */
    public String symbol() {
      return symbol;
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitBinary(this);
  }
}
