package org.leafinventory.nix.ast;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An entry of a set or of {@code let}, with what stands before it. */
public sealed interface Binding permits Binding.Assign, Binding.Inherit {

  /** A blank line and comments before this entry. */
  Trivia trivia();

  /**
   * The same entry below one more comment line.
   *
   * @throws IllegalArgumentException if {@code comment} holds a NUL or a lone surrogate
   */
  default Binding withComment(String comment) {
    return withTrivia(trivia().withComment(comment));
  }

  /** The same entry set off by a blank line. */
  default Binding withBlankLine() {
    return withTrivia(trivia().withBlankLine());
  }

  /** The same entry with {@code trivia} before it instead. */
  Binding withTrivia(Trivia trivia);

  /**
   * {@code path = value;}.
   *
   * @param path the attribute
   * @param value its value
   * @param trivia what stands before it
   */
  record Assign(AttrPath path, NixExpr value, Trivia trivia) implements Binding {
    @Override
    public Assign withTrivia(Trivia replacement) {
      return new Assign(path, value, replacement);
    }
  }

  /**
   * {@code inherit names…;} or {@code inherit (from) names…;}.
   *
   * @param from the set that the attributes are taken from; empty for the surrounding scope
   * @param names the attributes, each named once
   * @param trivia what stands before it
   */
  record Inherit(Optional<NixExpr> from, List<String> names, Trivia trivia) implements Binding {
    /**
     * Checks and copies the names.
     *
     * @throws IllegalArgumentException if there is none, or one is named twice or holds a NUL or a
     *     lone surrogate
     */
    public Inherit {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("inherit names at least one attribute");
      }
      Set<String> seen = new HashSet<>();
      for (String name : names) {
        NixText.requireText("an attribute name", name);
        if (!seen.add(name)) {
          throw new IllegalArgumentException("inherited twice: " + NixText.quote(name));
        }
      }
    }

    @Override
    public Inherit withTrivia(Trivia replacement) {
      return new Inherit(from, names, replacement);
    }
  }
}
