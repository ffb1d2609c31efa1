package org.leafinventory.nix.ast;

import java.util.List;

/**
 * A file: comments at its head and one expression.
 *
 * @param header the comment lines at the head, without {@code #}
 * @param body the expression
 */
public record NixFile(List<String> header, NixExpr body) {

  /**
   * Splits the header into lines, as {@link Trivia} does.
   *
   * @throws IllegalArgumentException if it holds a NUL or a lone surrogate
   */
  public NixFile {
    header = new Trivia(false, header).comments();
  }

  /**
   * The same file with {@code comment} below the other header lines.
   *
   * @throws IllegalArgumentException if {@code comment} holds a NUL or a lone surrogate
   */
  public NixFile withHeader(String comment) {
    return new NixFile(new Trivia(false, header).withComment(comment).comments(), body);
  }
}
