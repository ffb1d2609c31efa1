package org.leafinventory.nix.ast;

import java.util.List;

/**
 * A list: {@code [ … ]}.
 *
 * @param items the elements in order
 */
public record NixList(List<ListItem> items) implements NixExpr {

  /** Copies the items. */
  public NixList {
    items = List.copyOf(items);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitList(this);
  }
}
