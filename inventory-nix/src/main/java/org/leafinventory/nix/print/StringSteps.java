package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixString;

/** Unfolds strings and their interpolations. */
final class StringSteps {

  private StringSteps() {}

  /** Whether the string is printed between {@code ''}. */
  static boolean isIndented(NixString string) {
    return string.notation() == NixString.Notation.INDENTED
        && Escapes.survivesIndentation(string.parts());
  }

  static Step string(NixString string) {
    return isIndented(string) ? indented(string.parts()) : quoted(string.parts());
  }

  private static Step quoted(List<NixString.Part> parts) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.text("\""));
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof NixString.Text text) {
        steps.add(Step.text(Escapes.quoted(text.value(), i + 1 < parts.size())));
      } else {
        steps.add(interpolation(parts.get(i)));
      }
    }
    steps.add(Step.text("\""));
    return Step.group(Step.seq(steps));
  }

  private static Step indented(List<NixString.Part> parts) {
    List<Step> lines = new ArrayList<>();
    // The line break behind the opening quotes is no part of the string.
    int newLines = 1;
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof NixString.Text text)) {
        newLines = flush(newLines, lines);
        lines.add(interpolation(parts.get(i)));
        continue;
      }
      String[] pieces = Escapes.indented(text.value(), i + 1 < parts.size()).split("\n", -1);
      for (int p = 0; p < pieces.length; p++) {
        newLines += p == 0 ? 0 : 1;
        if (!pieces[p].isEmpty()) {
          newLines = flush(newLines, lines);
          lines.add(Step.text(pieces[p]));
        }
      }
    }
    Step end = newLines > 0 ? Step.newLines(newLines) : Step.NOTHING;
    return Step.group(Step.text("''"), Step.nest(Step.seq(lines)), end, Step.text("''"));
  }

  private static int flush(int newLines, List<Step> lines) {
    if (newLines > 0) {
      lines.add(Step.newLines(newLines));
    }
    return 0;
  }

  private static Step interpolation(NixString.Part part) {
    return interpolation(((NixString.Interpolation) part).expression());
  }

  /** <code>${expression}</code>, on one line if it is simple or short. */
  static Step interpolation(NixExpr e) {
    Step open = Step.text("${");
    Step close = Step.text("}");
    if (Shapes.isAbsorbableTerm(e)) {
      return Step.group(open, ExprSteps.expr(e), close);
    }
    if (Shapes.isSimple(e)) {
      return Step.group(Doc.Group.FLAT, open, ExprSteps.expr(e), close);
    }
    return Step.group(
        open,
        Step.group(
            Doc.Group.FLAT_IF_SHORT,
            Step.LINE_OR_NOTHING,
            Step.nest(ExprSteps.expr(e)),
            Step.LINE_OR_NOTHING),
        close);
  }
}
