package org.leafinventory.nix.print;

import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixFile;

/**
 * Prints Nix in the official style (RFC 166, width 100): {@code nixfmt} leaves the text as it is.
 * Only rare nestings may differ from it, such as code of several lines interpolated in the middle
 * of a string.
 *
 * <p>The same node always gives the same text. Lines end with LF. Time and memory are linear in the
 * size of the tree and the call stack does not grow with its depth; code nested deeper than a
 * hundred levels is not moved further in. No text in a node can break out: a string never
 * interpolates, a comment never ends early.
 *
 * <p>Stateless and thread-safe.
 */
public final class NixPrinter {

  private NixPrinter() {}

  /** The text of a whole file: header comments, expression, final newline. */
  public static String print(NixFile file) {
    return render(ExprSteps.file(file)) + "\n";
  }

  /** The text of an expression, without a final newline. */
  public static String print(NixExpr expression) {
    return render(ExprSteps.root(expression));
  }

  private static String render(Step root) {
    return new Layout(Doc.of(root)).render();
  }
}
