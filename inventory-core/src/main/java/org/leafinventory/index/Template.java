package org.leafinventory.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document that was accepted, to compare others with: hosts of a kind differ in a few names,
 * numbers and times, and comparing takes a small part of the time of taking apart.
 *
 * <p>A document is alike if it equals this one byte by byte, but for what is in texts and whole
 * numbers, and for the raw sections. So it is JSON as this one is, with the same keys at the same
 * places. Not thread-safe.
 */
final class Template {

  /** Documents that differ in more places are taken apart as quickly. */
  private static final int MOST_DIFFERENCES = 500;

  private static final int SLOW = 10;
  private static final int NO_CELL = -1;

  private final byte[] text;
  private final Tokens tokens;
  private final int[] cellOfToken;
  private final int rawFrom;
  private final int rawTo;

  private final Column[] columns;
  private final int[] sourceFrom;
  private final int[] sourceTo;
  private final byte[][] values;
  private final byte[] brief;
  private final long extractedAt;

  // Of the document that was compared last: the cells that differ, and where they are in it.
  private final int[] changed;
  private final int[] changedFrom;
  private final int[] changedTo;
  private int changes;
  private int differences;

  // The numbers that the values have in the group that was written to last.
  private @Nullable GroupBuilder group;
  private final GroupBuilder.@Nullable Cells[] cells;
  private final int[] numbers;

  /** The template of a document that was taken apart and accepted. */
  Template(byte[] source, int size, DocumentSplitter parts, Checker checker) {
    text = Arrays.copyOf(source, size);
    tokens = Tokens.in(text);
    rawFrom = parts.rawFrom();
    rawTo = parts.rawTo();
    brief = checker.brief();
    extractedAt = checker.extractedAt();
    int count = parts.count();
    columns = new Column[count];
    sourceFrom = new int[count];
    sourceTo = new int[count];
    values = new byte[count][];
    for (int n = 0; n < count; n++) {
      columns[n] = parts.column(n);
      sourceFrom[n] = parts.sourceFrom(n);
      sourceTo[n] = parts.sourceTo(n);
      values[n] = Arrays.copyOfRange(parts.bytes(n), parts.from(n), parts.to(n));
    }
    cellOfToken = cellsOfTokens();
    changed = new int[count];
    changedFrom = new int[count];
    changedTo = new int[count];
    cells = new GroupBuilder.Cells[count];
    numbers = new int[count];
  }

  /** About how many bytes of memory it takes. */
  int memory() {
    return 2 * text.length + 3 * Integer.BYTES * tokens.count();
  }

  byte[] brief() {
    return brief;
  }

  long extractedAt() {
    return extractedAt;
  }

  Column column(int cell) {
    return columns[cell];
  }

  /** The cell of {@code column}; -1 if there is none. */
  int cellOf(Column column) {
    return Arrays.asList(columns).indexOf(column);
  }

  byte[] value(int cell) {
    return values[cell];
  }

  /** How many cells of the last document differ. */
  int changes() {
    return changes;
  }

  /** The cell of a difference; they come in the order of the document. */
  int changed(int n) {
    return changed[n];
  }

  int changedFrom(int n) {
    return changedFrom[n];
  }

  int changedTo(int n) {
    return changedTo[n];
  }

  /** Whether {@code document[0, size)} is alike, and its differences are none of a brief. */
  boolean isLike(byte[] document, int size, ValueCopier copier) {
    changes = 0;
    differences = 0;
    int rawAt = -1;
    int at = 0;
    int there = 0;
    while (differences++ < MOST_DIFFERENCES) {
      int same = Arrays.mismatch(text, at, text.length, document, there, size);
      if (same < 0) {
        return true;
      }
      int shift = there - at;
      at += same;
      there += same;
      if (rawAt < 0 && at >= rawFrom) {
        rawAt = rawFrom + shift;
      }
      int token = tokenAt(at);
      int end = token < 0 ? -1 : tokens.endIn(document, tokens.from(token) + shift, size, token);
      if (end > there || (end == there && at < tokens.to(token))) {
        at = tokens.to(token);
        there = end;
        if (!note(cellOfToken[token], shift, there - at)) {
          return false;
        }
      } else if (at >= rawFrom && at < rawTo) {
        at = rawTo;
        there = copier.containerEnd(document, rawAt, size);
        if (there < 0) {
          return false;
        }
      } else {
        return false;
      }
    }
    return false;
  }

  /** Whether it took long to tell about the last document. */
  boolean wasSlow() {
    return differences > SLOW;
  }

  /** Adds the values that are not different to the host that was added last. */
  void putUnchanged(GroupBuilder to) {
    if (group != to) {
      group = to;
      Arrays.fill(cells, null);
    }
    int change = 0;
    for (int n = 0; n < columns.length; n++) {
      if (change < changes && changed[change] == n) {
        change++;
        continue;
      }
      GroupBuilder.Cells column = cells[n];
      if (column == null) {
        column = to.cells(columns[n]);
        cells[n] = column;
        numbers[n] = column.number(values[n], 0, values[n].length);
      }
      to.put(column, numbers[n]);
    }
  }

  /** The token that a difference at {@code at} touches; -1 if none. */
  private int tokenAt(int at) {
    int low = 0;
    int high = tokens.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (tokens.touches(middle, at)) {
        return middle;
      }
      if (tokens.from(middle) > at) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return -1;
  }

  /** Notes a difference in {@code cell}; false if it makes another brief. */
  private boolean note(int cell, int shiftBefore, int shiftAfter) {
    if (cell == NO_CELL) {
      return true;
    }
    if (changes == 0 || changed[changes - 1] != cell) {
      if (Role.isInBrief(columns[cell])) {
        return false;
      }
      changed[changes] = cell;
      changedFrom[changes++] = sourceFrom[cell] + shiftBefore;
    }
    changedTo[changes - 1] = sourceTo[cell] + shiftAfter;
    return true;
  }

  /** Tokens of the raw sections are in none. */
  private int[] cellsOfTokens() {
    int[] found = new int[tokens.count()];
    int cell = 0;
    for (int n = 0; n < found.length; n++) {
      while (cell < columns.length && sourceTo[cell] < tokens.to(n)) {
        cell++;
      }
      boolean within = cell < columns.length && sourceFrom[cell] <= tokens.from(n);
      found[n] = within ? cell : NO_CELL;
    }
    return found;
  }
}
