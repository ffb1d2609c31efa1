package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A dotted attribute path such as {@code services.nginx."my host".enable}.
 *
 * @param keys its steps, at least one
 */
public record AttrPath(List<AttrKey> keys) {

  /**
   * Copies the steps.
   *
   * @throws IllegalArgumentException if there is none
   */
  public AttrPath {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an attribute path has at least one name");
    }
    keys = List.copyOf(keys);
  }

  /**
   * This path and then {@code name}.
   *
   * @throws IllegalArgumentException if {@code name} holds a NUL or a lone surrogate
   */
  public AttrPath then(String name) {
    return append(new AttrKey.Name(name));
  }

  /** This path and then <code>${name}</code>; a string that is text only counts as a known name. */
  public AttrPath then(NixExpr name) {
    return append(keyOf(name));
  }

  private AttrPath append(AttrKey key) {
    List<AttrKey> longer = new ArrayList<>(keys);
    longer.add(key);
    return new AttrPath(longer);
  }

  static AttrKey keyOf(NixExpr name) {
    if (name instanceof NixString string
        && string.parts().stream().allMatch(NixString.Text.class::isInstance)) {
      return new AttrKey.Name(
          string.parts().stream()
              .map(part -> ((NixString.Text) part).value())
              .collect(Collectors.joining()));
    }
    return new AttrKey.Computed(name);
  }
}
