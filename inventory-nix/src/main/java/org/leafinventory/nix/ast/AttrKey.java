package org.leafinventory.nix.ast;

/** One step of an attribute path: a name that is known, or one that Nix computes. */
public sealed interface AttrKey permits AttrKey.Name, AttrKey.Computed {

  /**
   * A known name.
   *
   * @param value any text, the empty one included
   */
  record Name(String value) implements AttrKey {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code value} holds a NUL or a lone surrogate
     */
    public Name {
      NixText.requireText("an attribute name", value);
    }

    /** Whether Nix takes the name without quotes. */
    public boolean isBare() {
      return NixText.isBareAttribute(value);
    }
  }

  /**
   * A name that Nix computes: <code>${expression}</code>, or a string with interpolations.
   *
   * @param expression what evaluates to the name; never a string that is text only, which is a
   *     {@link Name}
   */
  record Computed(NixExpr expression) implements AttrKey {
    /**
     * Checks the expression.
     *
     * @throws IllegalArgumentException if it is a string that is text only: Nix treats that as a
     *     known name, so it has to be a {@link Name}
     */
    public Computed {
      if (expression instanceof NixString string
          && string.parts().stream().allMatch(NixString.Text.class::isInstance)) {
        throw new IllegalArgumentException("a name that is text only is not computed");
      }
    }
  }
}
