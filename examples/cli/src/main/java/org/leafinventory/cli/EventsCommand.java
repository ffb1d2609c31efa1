package org.leafinventory.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventTail;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.model.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leaf events}. */
@Command(
    name = "events",
    header = "List what happened, from events/events.jsonl.",
    mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

  private static final long PAUSE_MILLIS = 250;

  /** By what events are counted. */
  enum Group {
    TYPE,
    HOST,
    DAY
  }

  @Mixin private FilterOptions filter;

  @Option(names = "--last", paramLabel = "N", description = "Only the last N of them.")
  private @Nullable Integer last;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on and print events as they happen, until interrupted.")
  private boolean follow;

  @Option(names = "--json", description = "Print each event as one line of JSON.")
  private boolean json;

  @Option(
      names = "--count",
      arity = "0..1",
      fallbackValue = "TYPE",
      paramLabel = "BY",
      description = "Count them instead, by type (the default), host or day.")
  private @Nullable Group count;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    check();
    PrintWriter out = spec.commandLine().getOut();
    LogReader log = new LogReader(root.path(), spec.commandLine().getErr());
    if (follow) {
      follow(log, out);
    } else if (count != null) {
      count(log, count, out);
    } else {
      log.read(filter.filter(), events -> list(events, out));
    }
    return 0;
  }

  private void check() {
    if (last != null && last < 0) {
      throw new ParameterException(spec.commandLine(), "--last is a number from 0 on");
    }
    if (count != null && (follow || json || last != null)) {
      throw new ParameterException(
          spec.commandLine(), "--count goes with neither --follow, --json nor --last");
    }
  }

  private boolean list(Stream<InventoryEvent> events, PrintWriter out) {
    EventRows rows = new EventRows(out, json);
    Iterator<InventoryEvent> all =
        last == null ? events.iterator() : lastOf(events, last).iterator();
    // Nobody reads on: 'head' has enough.
    while (all.hasNext() && !out.checkError()) {
      rows.print(all.next());
    }
    rows.flush();
    return true;
  }

  private static Deque<InventoryEvent> lastOf(Stream<InventoryEvent> events, int number) {
    Deque<InventoryEvent> kept = new ArrayDeque<>();
    events.forEachOrdered(
        event -> {
          kept.add(event);
          if (kept.size() > number) {
            kept.remove();
          }
        });
    return kept;
  }

  private void follow(LogReader log, PrintWriter out) throws InterruptedException {
    EventRows rows = new EventRows(out, json);
    EventTail tail =
        EventTail.of(JsonLinesEventLog.at(root.path()).file(), filter.filter(), log.skipped());
    if (last == null) {
      tail.poll(rows::print);
    } else {
      Stream.Builder<InventoryEvent> there = Stream.builder();
      tail.poll(there::add);
      lastOf(there.build(), last).forEach(rows::print);
    }
    while (!out.checkError()) {
      rows.flush();
      Thread.sleep(PAUSE_MILLIS);
      tail.poll(rows::print);
    }
  }

  private void count(LogReader log, Group by, PrintWriter out) {
    Map<String, Tally> tallies = new TreeMap<>();
    log.read(
        filter.filter(),
        events -> {
          events.forEachOrdered(
              event -> tallies.merge(key(event, by), Tally.of(event), Tally::with));
          return true;
        });
    Table table = new Table(by.name(), "EVENTS", "FIRST (UTC)", "LAST (UTC)");
    tallies.forEach(
        (key, tally) ->
            table.row(
                Printable.line(key),
                Long.toString(tally.events()),
                EventRows.time(tally.first()),
                EventRows.time(tally.last())));
    table.print(out);
  }

  private static String key(InventoryEvent event, Group by) {
    return switch (by) {
      case TYPE -> event.eventType().name();
      case HOST -> event.aggregateId();
      case DAY -> event.timestamp().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    };
  }

  /** How many, and from when to when. */
  private record Tally(long events, Instant first, Instant last) {

    static Tally of(InventoryEvent event) {
      return new Tally(1, event.timestamp(), event.timestamp());
    }

    Tally with(Tally other) {
      return new Tally(
          events + other.events,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }
}
