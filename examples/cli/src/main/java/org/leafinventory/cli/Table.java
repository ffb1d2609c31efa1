package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A plain text table whose columns are as wide as what stands in them. */
final class Table {

  private static final int GAP = 2;

  /** Lines are handed over in pieces of about this length, as each costs a system call. */
  private static final int PIECE = 1 << 16;

  /** Cut to length for what is missing; longer gaps are rare. */
  private static final String SPACES = " ".repeat(64);

  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  /** The cells that were measured last, as many columns say the same in row after row. */
  private final String[] measured;

  private final int[] measures;

  Table(String... head) {
    widths = new int[head.length];
    measured = new String[head.length];
    Arrays.fill(measured, "");
    measures = new int[head.length];
    row(head);
  }

  Table row(List<String> cells) {
    return row(cells.toArray(String[]::new));
  }

  Table row(String... cells) {
    if (cells.length != widths.length) {
      throw new IllegalArgumentException("a row of " + cells.length + " cells");
    }
    String[] row = cells.clone();
    for (int column = 0; column < row.length; column++) {
      widths[column] = Math.max(widths[column], width(column, row[column]));
    }
    rows.add(row);
    return this;
  }

  void print(PrintWriter out) {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      int end = text.length();
      for (int column = 0; column < widths.length; column++) {
        String cell = row[column];
        text.append(cell);
        end = cell.isEmpty() ? end : text.length();
        pad(text, widths[column] + GAP - width(column, cell));
      }
      text.setLength(end);
      while (end > 0 && text.charAt(end - 1) == ' ') {
        text.setLength(--end);
      }
      text.append(System.lineSeparator());
      if (text.length() > PIECE) {
        out.print(text);
        text.setLength(0);
      }
    }
    out.print(text);
    out.flush();
  }

  private static void pad(StringBuilder text, int missing) {
    int left = missing;
    while (left > SPACES.length()) {
      text.append(SPACES);
      left -= SPACES.length();
    }
    text.append(SPACES, 0, left);
  }

  @SuppressWarnings("ReferenceEquality") // Equal texts would have to be measured to be compared.
  private int width(int column, String cell) {
    if (measured[column] != cell) {
      measured[column] = cell;
      measures[column] = displayWidth(cell);
    }
    return measures[column];
  }

  /** On a terminal: characters of East Asian scripts are two columns wide. */
  static int displayWidth(String text) {
    for (int n = 0; n < text.length(); n++) {
      if (text.charAt(n) > 0x7e) {
        return Ansi.OFF.text(text).getCJKAdjustedLength();
      }
    }
    return text.length();
  }
}
