package org.leafinventory.nix.ast;

/**
 * {@code !operand} or {@code -operand}.
 *
 * @param op the operator
 * @param operand what it is applied to
 */
public record NixUnary(Op op, NixExpr operand) implements NixExpr {

  /** The prefix operators. */
  public enum Op {
    /** {@code !}, boolean negation. */
    NOT("!"),
    /** {@code -}, arithmetic negation. */
    NEGATE("-");

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
    return visitor.visitUnary(this);
  }
}
