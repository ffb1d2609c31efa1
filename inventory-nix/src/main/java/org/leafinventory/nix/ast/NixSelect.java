package org.leafinventory.nix.ast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code subject.path} or {@code subject.path or fallback}.
 *
 * @param subject the set
 * @param path the attribute
 * @param fallback the value if the attribute is missing; empty if that is an error
 */
public record NixSelect(NixExpr subject, AttrPath path, Optional<NixExpr> fallback)
    implements NixExpr {

  /**
   * {@code subject.path or value}: this selection with another fallback.
   *
   * @throws IllegalArgumentException if {@code value} cannot be converted
   */
  public NixSelect orElse(@Nullable Object value) {
    return new NixSelect(subject, path, Optional.of(Nix.value(value)));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSelect(this);
  }
}
