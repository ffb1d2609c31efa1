package org.leafinventory.nix.print;

import java.util.List;

/**
 * A piece of a document that is yet to be unfolded. Steps are unfolded one at a time from a work
 * list, never from within one another, so that the call stack stays flat however deep the tree is.
 */
@FunctionalInterface
interface Step {

  Step NOTHING = doc -> {};
  Step SPACE = text(" ");

  /** A space, or a line break if the group around it does not fit on a line. */
  Step LINE = doc -> doc.add(Doc.Kind.LINE);

  /** Nothing, or a line break if the group around it does not fit on a line. */
  Step LINE_OR_NOTHING = doc -> doc.add(Doc.Kind.LINE_OR_NOTHING);

  /** A space, or a line break if what follows does not fit on this line. */
  Step SOFT_LINE = doc -> doc.add(Doc.Kind.SOFT_LINE);

  /** Nothing, or a line break if what follows does not fit on this line. */
  Step SOFT_LINE_OR_NOTHING = doc -> doc.add(Doc.Kind.SOFT_LINE_OR_NOTHING);

  /** A line break in any case. */
  Step NEW_LINE = newLines(1);

  /** What ends a nesting and a group: scheduled first, it comes after what is scheduled next. */
  Step OUTDENT = Doc::outdent;

  Step CLOSE = Doc::close;

  /** Unfolds this step: adds to the document, or schedules further steps, or both. */
  void unfold(Doc doc);

  static Step text(String text) {
    return doc -> doc.text(text);
  }

  /** Text that appears only if the group around it does not fit on a line. */
  static Step textIfBroken(String text) {
    return doc -> doc.textIfBroken(text);
  }

  static Step newLines(int count) {
    return doc -> doc.newLines(count);
  }

  static Step seq(Step... steps) {
    return doc -> doc.schedule(steps);
  }

  static Step seq(List<Step> steps) {
    return seq(steps.toArray(Step[]::new));
  }

  /** The steps, one level further in. */
  static Step nest(Step... steps) {
    return doc -> {
      doc.indent();
      doc.schedule(OUTDENT);
      doc.schedule(steps);
    };
  }

  /** The steps, with this many columns before each new line besides the nesting. */
  static Step shift(int columns, Step... steps) {
    return doc -> {
      doc.shift(columns);
      doc.schedule(after -> after.shift(-columns));
      doc.schedule(steps);
    };
  }

  static Step group(Step... steps) {
    return group(Doc.Group.REGULAR, steps);
  }

  static Step group(Doc.Group kind, Step... steps) {
    return doc -> {
      doc.open(kind);
      doc.schedule(CLOSE);
      doc.schedule(steps);
    };
  }
}
