package org.leafinventory.nix.ast;

/**
 * An integer: 64 bits with sign, as in Java.
 *
 * @param value any long; {@link Long#MIN_VALUE}, for which Nix has no literal, is printed as a
 *     difference
 */
public record NixInteger(long value) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitInteger(this);
  }
}
