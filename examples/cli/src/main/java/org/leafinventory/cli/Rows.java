package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints rows in one of the formats. Every row has a cell for each column.
 *
 * <p>Whatever machines say is made harmless for where it goes: tables are printable text, CSV holds
 * no cell that a spreadsheet would run, Markdown no markup, JSON is JSON.
 */
abstract class Rows {

  /**
   * A column.
   *
   * @param key its name in JSON and CSV
   * @param title its name for people
   */
  record Column(String key, String title) {}

  /**
   * A cell.
   *
   * @param value a text, a number, a truth value or a Jackson tree; null where it is not known
   * @param text the value for people
   */
  record Cell(@Nullable Object value, String text) {

    static Cell of(Object value) {
      return new Cell(value, String.valueOf(value));
    }
  }

  static Rows to(PrintWriter out, OutputFormat format, List<Column> columns) {
    return switch (format) {
      case TABLE -> new TableRows(out, columns);
      case JSON -> new JsonRows(out, columns, true);
      case JSONL -> new JsonRows(out, columns, false);
      case CSV -> new CsvRows(out, columns);
      case MARKDOWN -> new MarkdownRows(out, columns);
    };
  }

  abstract void add(List<Cell> row);

  /** Prints what has to be printed last. */
  void end() {}

  /** Collects the rows, as widths are known at the end. */
  private static final class TableRows extends Rows {

    private final PrintWriter out;
    private final Table table;

    TableRows(PrintWriter out, List<Column> columns) {
      this.out = out;
      this.table = new Table(columns.stream().map(Column::title).toArray(String[]::new));
    }

    @Override
    void add(List<Cell> row) {
      String[] texts = new String[row.size()];
      for (int n = 0; n < texts.length; n++) {
        texts[n] = row.get(n).text();
      }
      table.row(texts);
    }

    @Override
    void end() {
      table.print(out);
    }
  }

  /** RFC 4180: lines end in CR LF; a cell with a comma, a quote or a line end is quoted. */
  private static final class CsvRows extends Rows {

    private static final String FORMULA = "=+-@\t\r";

    private final PrintWriter out;

    CsvRows(PrintWriter out, List<Column> columns) {
      this.out = out;
      print(columns.stream().map(Column::key).toList());
    }

    @Override
    void add(List<Cell> row) {
      List<String> texts = new ArrayList<>(row.size());
      for (Cell cell : row) {
        Object value = cell.value();
        texts.add(value == null ? "" : value instanceof Number ? value.toString() : safe(value));
      }
      print(texts);
    }

    /** A spreadsheet would take these for a formula and run it. */
    private static String safe(Object value) {
      String text = JsonText.plain(value);
      return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !JsonText.isNumber(value)
          ? "'" + text
          : text;
    }

    private void print(List<String> cells) {
      StringBuilder line = new StringBuilder();
      for (String cell : cells) {
        line.append(line.isEmpty() ? "" : ",").append(quoted(cell));
      }
      out.print(line.append("\r\n"));
    }

    private static String quoted(String cell) {
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return plain && !cell.isEmpty() ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
  }

  /** The tables that most Markdown has. */
  private static final class MarkdownRows extends Rows {

    private static final String MARKUP = "\\`*_{}[]<>()#+!|~&$";

    private final PrintWriter out;

    MarkdownRows(PrintWriter out, List<Column> columns) {
      this.out = out;
      print(columns.stream().map(Column::title).toList());
      print(columns.stream().map(column -> "---").toList());
    }

    @Override
    void add(List<Cell> row) {
      print(row.stream().map(cell -> escaped(cell.text())).toList());
    }

    private static String escaped(String text) {
      StringBuilder escaped = new StringBuilder();
      text.chars().forEach(c -> escaped.append(MARKUP.indexOf(c) < 0 ? "" : "\\").append((char) c));
      return escaped.toString();
    }

    private void print(List<String> cells) {
      out.print("| " + String.join(" | ", cells) + " |\n");
    }
  }

  /** Objects, in a list or one a line. */
  private static final class JsonRows extends Rows {

    private final PrintWriter out;
    private final List<Column> columns;
    private final boolean list;
    private boolean empty = true;

    JsonRows(PrintWriter out, List<Column> columns, boolean list) {
      this.out = out;
      this.columns = columns;
      this.list = list;
    }

    @Override
    void add(List<Cell> row) {
      String object = JsonText.object(columns, row);
      out.print(!list ? object + "\n" : (empty ? "[\n  " : ",\n  ") + object);
      empty = false;
    }

    @Override
    void end() {
      if (list) {
        out.print(empty ? "[]\n" : "\n]\n");
      }
    }
  }
}
