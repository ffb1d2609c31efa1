package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a function takes: one value under a name, or a set taken apart. */
public sealed interface Parameter permits Parameter.Name, Parameter.Pattern {

  /**
   * A plain parameter: {@code name: …}.
   *
   * @param value the name
   */
  record Name(String value) implements Parameter {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code value} is not an identifier or is a keyword
     */
    public Name {
      NixText.requireVariable("parameter name", value);
    }
  }

  /**
   * A set pattern: <code>binding@{ a, b ? fallback, ... }: …</code>.
   *
   * @param formals the attributes that are taken out
   * @param ellipsis whether other attributes are allowed
   * @param binding the name of the whole set; empty if it has none
   */
  record Pattern(List<Formal> formals, boolean ellipsis, Optional<String> binding)
      implements Parameter {
    /**
     * Checks the names and copies the list.
     *
     * @throws IllegalArgumentException if a name is used twice or {@code binding} is not an
     *     identifier
     */
    public Pattern {
      formals = List.copyOf(formals);
      Set<String> seen = new HashSet<>();
      binding.ifPresent(name -> seen.add(NixText.requireVariable("parameter name", name)));
      for (Formal formal : formals) {
        if (!seen.add(formal.name())) {
          throw new IllegalArgumentException("parameter named twice: " + formal.name());
        }
      }
    }

    /**
     * The same pattern with one more attribute that need not be there.
     *
     * @throws IllegalArgumentException if {@code name} is taken or not an identifier, or {@code
     *     fallback} cannot be converted as {@link Nix#value(Object)} says
     */
    public Pattern withOptional(String name, @Nullable Object fallback) {
      List<Formal> longer = new ArrayList<>(formals);
      longer.add(new Formal(name, Optional.of(Nix.value(fallback))));
      return new Pattern(longer, ellipsis, binding);
    }

    /** The same pattern, allowing other attributes: {@code ...}. */
    public Pattern withEllipsis() {
      return new Pattern(formals, true, binding);
    }

    /**
     * The same pattern with a name for the whole set: <code>name@{ … }</code>.
     *
     * @throws IllegalArgumentException if {@code name} is taken or not an identifier
     */
    public Pattern boundTo(String name) {
      return new Pattern(formals, ellipsis, Optional.of(name));
    }
  }

  /**
   * An attribute of a set pattern: {@code name} or {@code name ? fallback}.
   *
   * @param name its name
   * @param fallback its value if the caller gives none; empty if the caller must
   */
  record Formal(String name, Optional<NixExpr> fallback) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code name} is not an identifier or is a keyword
     */
    public Formal {
      NixText.requireVariable("parameter name", name);
    }
  }
}
