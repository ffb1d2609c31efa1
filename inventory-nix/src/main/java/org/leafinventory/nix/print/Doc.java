package org.leafinventory.nix.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A document laid flat: a sequence of texts, possible line breaks, and brackets of groups. */
final class Doc {

  /** What an entry of the document is. */
  enum Kind {
    TEXT,
    TEXT_IF_BROKEN,
    LINE,
    LINE_OR_NOTHING,
    SOFT_LINE,
    SOFT_LINE_OR_NOTHING,
    NEW_LINES,
    OPEN,
    CLOSE;

    boolean isBreak() {
      return this != TEXT && this != TEXT_IF_BROKEN && this != OPEN && this != CLOSE;
    }

    boolean isSpaceWhenFlat() {
      return this == LINE || this == SOFT_LINE;
    }
  }

  /** How a group behaves when it does not fit on the line. */
  enum Group {
    /** All its own line breaks are taken, unless breaking one PRIORITY group inside is enough. */
    REGULAR,
    /** Is broken before the rest of the group around it is. */
    PRIORITY,
    /** Lends its PRIORITY groups to the group around it. */
    TRANSPARENT,
    /** Stays on one line if it can, whatever its width. */
    FLAT,
    /** Stays on one line if it is short, even past the width; is REGULAR otherwise. */
    FLAT_IF_SHORT
  }

  private static final int USUAL_SIZE = 1024;

  private final List<Kind> kinds = new ArrayList<>(USUAL_SIZE);
  private final List<String> texts = new ArrayList<>(USUAL_SIZE);
  private final List<Group> groups = new ArrayList<>(USUAL_SIZE);
  // TEXT: nesting level. NEW_LINES: how many. OPEN: index of the CLOSE.
  private int[] numbers = new int[USUAL_SIZE];

  // TEXT: columns to put in front of it at the beginning of a line, besides the nesting.
  private int[] offsets = new int[USUAL_SIZE];

  private final Deque<Step> todo = new ArrayDeque<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int level;
  private int offset;

  private Doc() {}

  static Doc of(Step root) {
    Doc doc = new Doc();
    doc.todo.push(root);
    while (!doc.todo.isEmpty()) {
      doc.todo.pop().unfold(doc);
    }
    return doc;
  }

  /** Puts the step before everything that is still to be unfolded. */
  void schedule(Step step) {
    todo.push(step);
  }

  /** Puts the steps before everything that is still to be unfolded. */
  void schedule(Step... steps) {
    for (int i = steps.length - 1; i >= 0; i--) {
      todo.push(steps[i]);
    }
  }

  void text(String text) {
    add(Kind.TEXT, text, Group.REGULAR, level);
  }

  void textIfBroken(String text) {
    add(Kind.TEXT_IF_BROKEN, text, Group.REGULAR, level);
  }

  void newLines(int count) {
    add(Kind.NEW_LINES, "", Group.REGULAR, count);
  }

  void add(Kind kind) {
    add(kind, "", Group.REGULAR, level);
  }

  void indent() {
    level++;
  }

  void outdent() {
    level--;
  }

  void shift(int columns) {
    offset += columns;
  }

  void open(Group kind) {
    open.push(kinds.size());
    add(Kind.OPEN, "", kind, 0);
  }

  void close() {
    numbers[open.pop()] = kinds.size();
    add(Kind.CLOSE);
  }

  private void add(Kind kind, String text, Group group, int number) {
    if (numbers.length == kinds.size()) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[kinds.size()] = offset;
    numbers[kinds.size()] = number;
    kinds.add(kind);
    texts.add(text);
    groups.add(group);
  }

  int size() {
    return kinds.size();
  }

  Kind kind(int index) {
    return kinds.get(index);
  }

  String text(int index) {
    return texts.get(index);
  }

  Group group(int index) {
    return groups.get(index);
  }

  int level(int index) {
    return numbers[index];
  }

  int offset(int index) {
    return offsets[index];
  }

  int newLinesAt(int index) {
    return numbers[index];
  }

  /** The index of the CLOSE that belongs to the OPEN at {@code index}. */
  int closeOf(int index) {
    return numbers[index];
  }
}
