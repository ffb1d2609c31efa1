package org.leafinventory.nix.ast;

/**
 * A function applied to one argument: {@code function argument}. A call with several arguments is a
 * call whose function is a call.
 *
 * @param function what is applied
 * @param argument what it is applied to
 */
public record NixCall(NixExpr function, NixExpr argument) implements NixExpr {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCall(this);
  }
}
