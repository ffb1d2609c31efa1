package org.leafinventory.nix.ast;

import java.util.List;

/**
 * {@code let bindings in body}.
 *
 * @param bindings the local variables in order
 * @param body what sees them
 */
public record NixLet(List<Binding> bindings, NixExpr body) implements NixExpr {

  /**
   * Checks and copies the bindings.
   *
   * @throws IllegalArgumentException if a variable is defined twice, or its name is computed, which
   *     {@code let} does not allow
   */
  public NixLet {
    bindings = List.copyOf(bindings);
    DuplicateKeys.refuse(bindings);
    for (Binding binding : bindings) {
      if (binding instanceof Binding.Assign assign
          && assign.path().keys().get(0) instanceof AttrKey.Computed) {
        throw new IllegalArgumentException("let does not allow computed names");
      }
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitLet(this);
  }
}
