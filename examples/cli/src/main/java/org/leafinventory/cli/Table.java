package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A plain text table whose columns are as wide as what stands in them. */
final class Table {

  private static final int GAP = 2;

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
    int columns = rows.get(0).size();
    Column[] layout = new Column[columns];
    for (int column = 0; column < columns; column++) {
      layout[column] = new Column(width(column) + GAP, 0, Overflow.SPAN);
    }
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), layout);
    rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
    table.toString().lines().map(String::stripTrailing).forEach(out::println);
  }

  private int width(int column) {
    int widest = 1;
    for (List<String> row : rows) {
      widest = Math.max(widest, displayWidth(row.get(column)));
    }
    return widest;
  }

  static int displayWidth(String text) {
    return Ansi.OFF.text(text).getCJKAdjustedLength();
  }
}
