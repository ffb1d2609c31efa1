package org.leafinventory.nix.ast;

import java.util.List;

/**
 * An attribute set: <code>{ … }</code> or <code>rec { … }</code>.
 *
 * @param recursive whether its attributes see one another
 * @param bindings its entries in order
 */
public record NixSet(boolean recursive, List<Binding> bindings) implements NixExpr {

  /**
   * Checks and copies the entries.
   *
   * @throws IllegalArgumentException if an attribute is defined twice, also across dotted paths and
   *     nested sets: {@code a = 1; a.b = 2;} is refused, {@code a.b = 1; a.c = 2;} is not
   */
  public NixSet {
    bindings = List.copyOf(bindings);
    DuplicateKeys.refuse(bindings);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSet(this);
  }
}
