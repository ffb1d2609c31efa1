package org.leafinventory.nix.ast;

/**
 * A path literal: absolute ({@code /etc/nix}), relative ({@code ./file}), below the home directory
 * ({@code ~/file}) or looked up ({@code <nixpkgs/lib>}).
 *
 * @param value the path as it is written
 */
public record NixPath(String value) implements NixExpr {

  /**
   * Checks the path.
   *
   * @throws IllegalArgumentException if {@code value} is not a path literal: no slash, a trailing
   *     or double slash, a space or another character that needs a string
   */
  public NixPath {
    NixText.requirePath(value);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitPath(this);
  }
}
