package org.leafinventory.nix.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays a document out: a group on one line where it fits, else broken.
 *
 * <p>As the official style has it, the indentation does not count towards the width, and a line is
 * at most one level further in than the line above it, however many levels begin on that line.
 */
final class Layout {

  private static final int WIDTH = 100;
  private static final int INDENT = 2;

  /** Deeper code is not moved further in: else the text would grow with the square of the depth. */
  private static final int MAX_INDENT = 200;

  /** The indentation of a nesting level. */
  private record Margin(int level, int columns) {}

  /** The entries behind a broken PRIORITY group, which stay on one line. */
  private record Tail(int from, int to) {}

  private final Doc doc;
  private final Widths widths;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Margin> margins = new ArrayDeque<>();
  private final Deque<Tail> tails = new ArrayDeque<>();
  private int column;

  Layout(Doc doc) {
    this.doc = doc;
    this.widths = new Widths(doc);
    margins.push(new Margin(0, 0));
  }

  String render() {
    int i = 0;
    while (i < doc.size()) {
      Tail tail = tails.peek();
      if (tail != null && tail.from() == i) {
        tails.pop();
        putFlat(tail.from(), tail.to());
        i = tail.to();
      } else {
        i = doc.kind(i) == Doc.Kind.OPEN ? openGroup(i) : putBroken(i);
      }
    }
    return out.toString();
  }

  /** Decides on the group that opens at {@code start}; returns where to go on. */
  private int openGroup(int start) {
    int end = doc.closeOf(start);
    if (widths.staysFlat(start) || fits(start, end)) {
      putFlat(start, end);
      return end;
    }
    if (doc.group(start) != Doc.Group.TRANSPARENT) {
      List<Integer> candidates = priorityGroups(start, end);
      for (int i = candidates.size() - 1; i >= 0; i--) {
        int inner = candidates.get(i);
        if (breakingSuffices(start, inner, end)) {
          putFlat(start, inner);
          tails.push(new Tail(doc.closeOf(inner), end));
          return inner + 1;
        }
      }
    }
    return start + 1;
  }

  private boolean fits(int from, int to) {
    int width = widths.flat(from, to);
    if (column == 0 && leadsWithSpace(from, to)) {
      width--;
    }
    return !widths.forced(from, to) && column + width + ahead(to) <= WIDTH;
  }

  /** The width from {@code index} to the next break; there is none in a pending tail. */
  private int ahead(int index) {
    Tail tail = tails.peek();
    return tail == null || index > tail.from() || widths.nextBreak(index) < tail.from()
        ? widths.ahead(index)
        : widths.flat(index, tail.to()) + widths.ahead(tail.to());
  }

  private boolean leadsWithSpace(int from, int to) {
    int first = from;
    while (first < to && doc.kind(first) == Doc.Kind.OPEN) {
      first++;
    }
    return first < to && doc.kind(first).isSpaceWhenFlat();
  }

  /** The PRIORITY groups that this group may break first, those of TRANSPARENT ones included. */
  private List<Integer> priorityGroups(int start, int end) {
    List<Integer> result = new ArrayList<>();
    int i = start + 1;
    while (i < end) {
      if (doc.kind(i) == Doc.Kind.OPEN && doc.group(i) != Doc.Group.TRANSPARENT) {
        if (doc.group(i) == Doc.Group.PRIORITY) {
          result.add(i);
        }
        i = doc.closeOf(i);
      }
      i++;
    }
    return result;
  }

  /** Whether all of a group but one PRIORITY group inside can stand on its first and last line. */
  private boolean breakingSuffices(int start, int inner, int end) {
    int innerEnd = doc.closeOf(inner);
    int lastLine = widths.behind(innerEnd);
    return lastLine < widths.flat(inner, innerEnd)
        && fits(start, inner)
        && !widths.forced(innerEnd, end)
        && lastLine + widths.flat(innerEnd, end) + widths.ahead(end) <= WIDTH;
  }

  private void putFlat(int from, int to) {
    for (int i = from; i < to; i++) {
      if (doc.kind(i) == Doc.Kind.TEXT) {
        if (column == 0) {
          put(i);
        } else {
          append(doc.text(i), widths.flat(i, i + 1));
        }
      } else if (doc.kind(i).isSpaceWhenFlat() && column > 0) {
        append(" ", 1);
      }
    }
  }

  /** Puts an entry of a group that is broken; returns where to go on. */
  private int putBroken(int index) {
    switch (doc.kind(index)) {
      case TEXT, TEXT_IF_BROKEN -> put(index);
      case LINE, LINE_OR_NOTHING -> newLines(1);
      case SOFT_LINE -> softLine(index, " ");
      case SOFT_LINE_OR_NOTHING -> softLine(index, "");
      case NEW_LINES -> newLines(doc.newLinesAt(index));
      case OPEN, CLOSE -> {}
    }
    return index + 1;
  }

  private void softLine(int index, String space) {
    if (column > 0) {
      if (nextLineFits(index + 1, WIDTH - column - space.length())) {
        append(space, space.length());
      } else {
        newLines(1);
      }
    }
  }

  /** Whether what follows, up to where it may be broken, is at most {@code room} wide. */
  private boolean nextLineFits(int from, int room) {
    int used = 0;
    int i = from;
    while (i < doc.size() && used <= room) {
      Doc.Kind kind = doc.kind(i);
      if (kind.isBreak()) {
        return true;
      }
      if (kind == Doc.Kind.TEXT) {
        used += widths.flat(i, i + 1);
      } else if (kind == Doc.Kind.OPEN && fitsBelow(i, used)) {
        used += widths.flat(i, doc.closeOf(i));
        i = doc.closeOf(i);
      }
      i++;
    }
    return used <= room;
  }

  private boolean fitsBelow(int start, int used) {
    int end = doc.closeOf(start);
    return !widths.forced(start, end)
        && used + widths.flat(start, end) + widths.ahead(end) <= WIDTH;
  }

  private void newLines(int count) {
    if (column > 0) {
      out.append("\n".repeat(count));
      column = 0;
    }
  }

  private void put(int index) {
    int level = doc.level(index);
    while (top().level() > level) {
      margins.pop();
    }
    if (top().level() < level) {
      margins.push(new Margin(level, column == 0 ? deeper(top().columns()) : top().columns()));
    }
    if (column == 0) {
      out.append(" ".repeat(top().columns() + doc.offset(index)));
    }
    append(doc.text(index), width(index));
  }

  /** Text that appears only in broken groups has no width in flat ones. */
  private int width(int index) {
    return doc.kind(index) == Doc.Kind.TEXT
        ? widths.flat(index, index + 1)
        : doc.text(index).codePointCount(0, doc.text(index).length());
  }

  private static int deeper(int columns) {
    return Math.min(columns + INDENT, MAX_INDENT);
  }

  private Margin top() {
    return margins.element();
  }

  private void append(String text, int width) {
    out.append(text);
    column += width;
  }
}
