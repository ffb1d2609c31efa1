package org.leafinventory.nix.ast;

/**
 * {@code true} or {@code false}.
 *
 * @param value which of the two
 */
public record NixBoolean(boolean value) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitBoolean(this);
  }
}
