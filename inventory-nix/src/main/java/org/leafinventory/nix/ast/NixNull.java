package org.leafinventory.nix.ast;

/** {@code null}. */
public record NixNull() implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitNull(this);
  }
}
