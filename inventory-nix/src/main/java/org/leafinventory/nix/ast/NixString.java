package org.leafinventory.nix.ast;

import java.util.List;

/**
 * A string: text that never interpolates, and expressions that do.
 *
 * @param notation which quotes are preferred
 * @param parts text and interpolated expressions, in order; no two texts are neighbours and no text
 *     is empty
 */
public record NixString(Notation notation, List<Part> parts) implements NixExpr {

  /** Joins neighbouring texts, drops empty ones and copies the list. */
  public NixString {
    parts = StringParts.normalize(parts);
  }

  /** The same string, preferably written between {@code ''} with one line of text a line. */
  public NixString indented() {
    return new NixString(Notation.INDENTED, parts);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitString(this);
  }

  /** How a string is quoted. */
  public enum Notation {
    /** {@code "…"} on one line, with escapes. */
    QUOTED,
    /**
     * {@code ''…''} over several lines, with its indentation stripped by Nix. A string that would
     * not survive that (one line only, leading blanks on every line, carriage returns…) is printed
     * quoted: the value never changes.
     */
    INDENTED
  }

  /** A piece of a string. */
  public sealed interface Part permits Text, Interpolation {}

  /**
   * Text that stands for itself, whatever it holds.
   *
   * @param value the text
   */
  public record Text(String value) implements Part {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if {@code value} holds a NUL or a lone surrogate
     */
    public Text {
      NixText.requireText("a string", value);
    }
  }

  /**
   * <code>${expression}</code>.
   *
   * @param expression what Nix evaluates and splices in
   */
  public record Interpolation(NixExpr expression) implements Part {}
}
