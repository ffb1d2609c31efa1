package org.leafinventory.nix.ast;

/**
 * A function: {@code parameter: body}. Several parameters are functions that return functions.
 *
 * @param parameter a name or a set pattern
 * @param body what the function returns
 */
public record NixFunction(Parameter parameter, NixExpr body) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitFunction(this);
  }
}
