package org.leafinventory.nix.ast;

/**
 * {@code assert condition; body}: the body, or an error if the condition is false.
 *
 * @param condition a boolean
 * @param body the value if it is true
 */
public record NixAssert(NixExpr condition, NixExpr body) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitAssert(this);
  }
}
