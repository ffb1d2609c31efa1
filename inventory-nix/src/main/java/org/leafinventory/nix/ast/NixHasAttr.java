package org.leafinventory.nix.ast;

/**
 * {@code subject ? path}: whether a set has an attribute.
 *
 * @param subject the set
 * @param path the attribute
 */
public record NixHasAttr(NixExpr subject, AttrPath path) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitHasAttr(this);
  }
}
