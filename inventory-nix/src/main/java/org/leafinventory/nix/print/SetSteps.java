package org.leafinventory.nix.print;

import java.util.ArrayList;
import java.util.List;
import org.leafinventory.nix.ast.AttrKey;
import org.leafinventory.nix.ast.AttrPath;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.ListItem;
import org.leafinventory.nix.ast.NixBinary;
import org.leafinventory.nix.ast.NixCall;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.ast.NixList;
import org.leafinventory.nix.ast.NixPath;
import org.leafinventory.nix.ast.NixSet;
import org.leafinventory.nix.ast.NixString;
import org.leafinventory.nix.ast.NixWith;
import org.leafinventory.nix.ast.Trivia;

/** Unfolds sets, lists and bindings: one entry a line, below its comments. */
final class SetSteps {

  private static final int SHORT_INHERIT = 3;
  private static final int SHORT_PATH = 4;

  private SetSteps() {}

  static Step set(NixSet set) {
    String open = set.recursive() ? "rec {" : "{";
    if (set.bindings().isEmpty()) {
      return Step.text(open + " }");
    }
    return Step.seq(
        Step.text(open),
        Step.NEW_LINE,
        Step.nest(bindings(set.bindings())),
        Step.NEW_LINE,
        Step.text("}"));
  }

  static Step list(NixList list) {
    List<ListItem> items = list.items();
    if (items.isEmpty()) {
      return Step.text("[ ]");
    }
    boolean single = items.size() == 1 && items.get(0).trivia().comments().isEmpty();
    Step line = single ? Step.LINE : Step.NEW_LINE;
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ListItem item = items.get(i);
      steps.add(i == 0 ? Step.NOTHING : separator(item.trivia()));
      steps.add(above(item.trivia()));
      steps.add(Step.group(ExprSteps.operand(item.value(), Precedence.TERM)));
    }
    return Step.group(Step.text("["), line, Step.nest(Step.seq(steps)), line, Step.text("]"));
  }

  static Step bindings(List<Binding> bindings) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < bindings.size(); i++) {
      Binding binding = bindings.get(i);
      steps.add(i == 0 ? Step.NOTHING : separator(binding.trivia()));
      steps.add(above(binding.trivia()));
      steps.add(
          binding instanceof Binding.Assign assign
              ? assign(assign)
              : inherit((Binding.Inherit) binding));
    }
    return Step.seq(steps);
  }

  private static Step separator(Trivia trivia) {
    return Step.newLines(trivia.blankLine() ? 2 : 1);
  }

  private static Step above(Trivia trivia) {
    return trivia.comments().isEmpty()
        ? Step.NOTHING
        : Step.seq(comments(trivia.comments()), Step.NEW_LINE);
  }

  /** The comments one below the other, without a line break behind the last. */
  static Step comments(List<String> comments) {
    List<Step> steps = new ArrayList<>();
    for (String comment : comments) {
      steps.add(steps.isEmpty() ? Step.NOTHING : Step.NEW_LINE);
      steps.add(Step.text(comment.isEmpty() ? "#" : "# " + comment));
    }
    return Step.seq(steps);
  }

  private static Step assign(Binding.Assign assign) {
    AttrPath path = assign.path();
    Step value = value(assign.value());
    if (path.keys().size() > SHORT_PATH || !Shapes.hasPlainKeys(path)) {
      value = Step.seq(Step.LINE_OR_NOTHING, Step.group(Doc.Group.PRIORITY, value));
    }
    return Step.group(path(path), Step.nest(Step.text(" ="), value), Step.text(";"));
  }

  private static Step inherit(Binding.Inherit inherit) {
    List<String> names = inherit.names();
    boolean shortList = names.size() <= SHORT_INHERIT;
    Step separator = shortList ? Step.LINE : Step.NEW_LINE;
    List<Step> steps = new ArrayList<>();
    inherit
        .from()
        .ifPresent(from -> steps.add(Step.group(Step.LINE, ExprSteps.parenthesized(from))));
    for (String name : names) {
      steps.add(separator);
      steps.add(Step.text(Escapes.name(name)));
    }
    steps.add(shortList ? Step.LINE_OR_NOTHING : Step.NEW_LINE);
    steps.add(Step.text(";"));
    return Step.group(Step.text("inherit"), Step.nest(Step.seq(steps)));
  }

  /** The right-hand side of {@code =} or {@code ?}, with the space or line break before it. */
  static Step value(NixExpr e) {
    if (Shapes.isAbsorbable(e)) {
      return Step.nest(Step.SPACE, Step.group(ExprSteps.absorbed(e)));
    }
    if (e instanceof NixString || e instanceof NixPath) {
      return Step.nest(Step.SPACE, Step.group(ExprSteps.expr(e)));
    }
    if (e instanceof NixCall call) {
      return Step.nest(CallSteps.callOnLineOrNext(call));
    }
    if (e instanceof NixBinary binary) {
      return OperatorSteps.binaryAsValue(binary);
    }
    if (e instanceof NixWith || Precedence.of(e) >= Precedence.TERM) {
      return Step.nest(Step.group(Step.LINE, ExprSteps.expr(e)));
    }
    return Step.nest(Step.LINE, Step.group(ExprSteps.expr(e)));
  }

  static Step path(AttrPath path) {
    List<Step> steps = new ArrayList<>();
    for (AttrKey key : path.keys()) {
      steps.add(steps.isEmpty() ? Step.NOTHING : Step.text("."));
      steps.add(key(key));
    }
    return Step.seq(steps);
  }

  private static Step key(AttrKey key) {
    if (key instanceof AttrKey.Name name) {
      return Step.text(Escapes.name(name.value()));
    }
    NixExpr expression = ((AttrKey.Computed) key).expression();
    return expression instanceof NixString string
        ? StringSteps.string(new NixString(NixString.Notation.QUOTED, string.parts()))
        : StringSteps.interpolation(expression);
  }
}
