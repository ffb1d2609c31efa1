package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A plain text table whose columns are as wide as what stands in them. */
final class Table {

  private static final int GAP = 2;

  /** Lines are handed over in pieces of about this length, as each costs a system call. */
  private static final int PIECE = 1 << 16;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  Table row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException("a row of " + cells.size() + " cells: " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  Table row(String... cells) {
    return row(List.of(cells));
  }

  void print(PrintWriter out) {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      int end = text.length();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        text.append(cell);
        end = cell.isEmpty() ? end : text.length();
        text.append(" ".repeat(widths[column] + GAP - displayWidth(cell)));
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

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], displayWidth(row.get(column)));
      }
    }
    return widths;
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
