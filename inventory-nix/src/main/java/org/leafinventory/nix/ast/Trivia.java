package org.leafinventory.nix.ast;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands before a binding or a list item: a blank line, line comments, both or nothing.
 *
 * @param blankLine whether a blank line sets it off from what came before; the first entry of a set
 *     or list never gets one
 * @param comments the comment lines without {@code #}, each a line of its own; a text of several
 *     lines counts as several, so that none can end the comment
 */
public record Trivia(boolean blankLine, List<String> comments) {

  private static final Trivia NONE = new Trivia(false, List.of());

  /**
   * Splits the comments into lines and strips trailing blanks.
   *
   * @throws IllegalArgumentException if a comment holds a NUL or a lone surrogate
   */
  public Trivia {
    List<String> lines = new ArrayList<>();
    for (String comment : comments) {
      NixText.requireText("a comment", comment);
      for (String line : comment.split("\r\n|\r|\n", -1)) {
        lines.add(NixText.stripTrailing(line));
      }
    }
    comments = List.copyOf(lines);
  }

  /** No blank line and no comment. */
  public static Trivia none() {
    return NONE;
  }

  /** The same with {@code comment} after the other comments. */
  public Trivia withComment(String comment) {
    List<String> all = new ArrayList<>(comments);
    all.add(comment);
    return new Trivia(blankLine, all);
  }

  /** The same with a blank line. */
  public Trivia withBlankLine() {
    return new Trivia(true, comments);
  }
}
