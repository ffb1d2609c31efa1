package org.leafinventory.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.model.Printable;

/**
 * Prints events as they come, as a table or as lines of JSON. The first few are held back to see
 * how wide the columns must be; those after them keep to that.
 */
final class EventRows {

  private static final int HELD = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final List<String> HEAD = List.of("TIME (UTC)", "TYPE", "ABOUT", "CORRELATION");

  private final PrintWriter out;
  private final boolean json;
  private final List<List<String>> held = new ArrayList<>(List.of(withDetail(HEAD, "")));
  private int[] widths = new int[0];

  EventRows(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** The time to the second, in UTC. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  void print(InventoryEvent event) {
    if (json) {
      out.println(EventJson.write(event));
      return;
    }
    List<String> row = row(event);
    if (widths.length > 0) {
      print(row);
    } else {
      held.add(row);
      if (held.size() > HELD) {
        flush();
      }
    }
  }

  /** Prints what is held back. */
  void flush() {
    if (widths.length == 0 && held.size() > 1) {
      widths = new int[HEAD.size()];
      for (int column = 0; column < widths.length; column++) {
        int at = column;
        widths[at] = held.stream().mapToInt(row -> Table.displayWidth(row.get(at))).max().orElse(0);
      }
      held.forEach(this::print);
      held.clear();
    }
    out.flush();
  }

  private void print(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell);
      line.append(" ".repeat(2 + Math.max(0, widths[column] - Table.displayWidth(cell))));
    }
    line.append(row.get(widths.length));
    out.println(line.toString().stripTrailing());
  }

  private static List<String> row(InventoryEvent event) {
    return withDetail(
        List.of(
            time(event.timestamp()),
            Printable.line(event.eventType().name()),
            Printable.line(event.aggregateId()),
            event.correlationId().toString()),
        detail(event));
  }

  private static List<String> withDetail(List<String> cells, String detail) {
    List<String> row = new ArrayList<>(cells);
    row.add(detail);
    return List.copyOf(row);
  }

  /** What there is to know of an event beyond its envelope: why it failed, what it gave. */
  static String detail(InventoryEvent event) {
    return text(event, "reason")
        .or(() -> text(event, "error"))
        .or(() -> text(event, "snapshot"))
        .or(() -> text(event, "model"))
        .map(Printable::line)
        .orElse("");
  }

  private static Optional<String> text(InventoryEvent event, String key) {
    return event.data().get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
