package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
    return Step.group(Step.text("\""), line(parts, Escapes::quoted), Step.text("\""));
  }

  private static Step indented(List<NixString.Part> parts) {
    List<Step> lines = new ArrayList<>();
    // The line break behind the opening quotes is no part of the string.
    int newLines = 1;
    for (List<NixString.Part> line : lines(parts)) {
      if (!line.isEmpty()) {
        lines.add(Step.newLines(newLines));
        lines.add(line(line, Escapes::indented));
        newLines = 0;
      }
      newLines++;
    }
    Step end = newLines > 1 ? Step.newLines(newLines - 1) : Step.NOTHING;
    return Step.group(Step.text("''"), Step.nest(Step.seq(lines)), end, Step.text("''"));
  }

  private static List<List<NixString.Part>> lines(List<NixString.Part> parts) {
    List<List<NixString.Part>> lines = new ArrayList<>();
    List<NixString.Part> line = new ArrayList<>();
    lines.add(line);
    for (NixString.Part part : parts) {
      if (!(part instanceof NixString.Text text)) {
        line.add(part);
        continue;
      }
      String[] pieces = text.value().split("\n", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          line = new ArrayList<>();
          lines.add(line);
        }
        if (!pieces[i].isEmpty()) {
          line.add(new NixString.Text(pieces[i]));
        }
      }
    }
    return lines;
  }

  /** One line of a string; code in it is indented as the line itself is. */
  private static Step line(List<NixString.Part> parts, BiFunction<String, Boolean, String> escape) {
    List<Step> steps = new ArrayList<>();
    String lead = "";
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i + 1 == parts.size();
      if (parts.get(i) instanceof NixString.Text text) {
        steps.add(Step.text(escape.apply(text.value(), !last)));
        lead = i == 0 ? text.value() : lead;
      } else {
        NixExpr e = ((NixString.Interpolation) parts.get(i)).expression();
        boolean alone = last && (i == 0 || (i == 1 && leadingSpaces(lead) == lead.length()));
        steps.add(alone ? ExprSteps.enclosed("${", e, "}") : interpolation(e));
      }
    }
    int margin = leadingSpaces(lead);
    int code = lead.isEmpty() ? 0 : 1;
    return Step.seq(
        Step.seq(steps.subList(0, code)),
        Step.shift(margin, Step.seq(steps.subList(code, steps.size()))));
  }

  private static int leadingSpaces(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == ' ') {
      count++;
    }
    return count;
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
