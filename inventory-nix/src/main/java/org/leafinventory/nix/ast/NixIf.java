package org.leafinventory.nix.ast;

/**
 * {@code if condition then whenTrue else whenFalse}.
 *
 * @param condition a boolean
 * @param whenTrue the value if it is true
 * @param whenFalse the value if it is false
 */
public record NixIf(NixExpr condition, NixExpr whenTrue, NixExpr whenFalse) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitIf(this);
  }
}
