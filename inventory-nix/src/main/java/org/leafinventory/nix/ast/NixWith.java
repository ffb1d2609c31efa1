package org.leafinventory.nix.ast;

/**
 * {@code with scope; body}: the attributes of {@code scope} are variables in {@code body}.
 *
 * @param scope a set
 * @param body what sees its attributes
 */
public record NixWith(NixExpr scope, NixExpr body) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitWith(this);
  }
}
