package org.leafinventory.nix.ast;

/**
 * One element of a list, with what stands before it.
 *
 * @param value the element
 * @param trivia a blank line and comments before it
 */
public record ListItem(NixExpr value, Trivia trivia) {

  /**
   * The same item below one more comment line.
   *
   * @throws IllegalArgumentException if {@code comment} holds a NUL or a lone surrogate
   */
  public ListItem withComment(String comment) {
    return new ListItem(value, trivia.withComment(comment));
  }

  /** The same item set off by a blank line. */
  public ListItem withBlankLine() {
    return new ListItem(value, trivia.withBlankLine());
  }
}
