package org.leafinventory.nix.ast;

/**
 * A floating-point number: IEEE 754 double precision, as in Java. Negative zero is printed as such
 * and evaluates to zero, its equal.
 *
 * @param value a finite number, not subnormal
 */
public record NixFloat(double value) implements NixExpr {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if {@code value} is NaN, infinite or subnormal, for which Nix
   *     has no literal
   */
  public NixFloat {
    if (!Double.isFinite(value) || (value != 0 && Math.abs(value) < Double.MIN_NORMAL)) {
      throw new IllegalArgumentException("Nix has no literal for the number " + value);
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitFloat(this);
  }
}
