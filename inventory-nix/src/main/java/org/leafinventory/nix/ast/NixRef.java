package org.leafinventory.nix.ast;

/**
 * A variable.
 *
 * @param name its name
 */
public record NixRef(String name) implements NixExpr {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if {@code name} is not an identifier or is a keyword
   */
  public NixRef {
    NixText.requireVariable("variable name", name);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitRef(this);
  }
}
