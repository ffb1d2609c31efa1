package org.leafinventory.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventFilter;
import org.leafinventory.model.Printable;
import org.leafinventory.projection.HostTrace;
import org.leafinventory.projection.Timeline;
import org.leafinventory.projection.TimelineEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf timeline [HOST]}. */
@Command(
    name = "timeline",
    header = "Show what happened in the order of time, and how long each step took.",
    description =
        "For a HOST also what happened before its name was known: that it was asked, or did not"
            + " answer.",
    mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {

  @Parameters(paramLabel = "HOST", arity = "0..1", description = "A host (default: all).")
  private @Nullable String host;

  @Mixin private FilterOptions filter;

  @Option(names = "--last", paramLabel = "N", description = "Only the last N events.")
  private @Nullable Integer last;

  @Option(names = "--json", description = "Print each event as one line of JSON.")
  private boolean json;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (last != null && last < 0) {
      throw new ParameterException(spec.commandLine(), "--last is a number from 0 on");
    }
    PrintWriter out = spec.commandLine().getOut();
    LogReader log = new LogReader(root.path(), spec.commandLine().getErr());
    Predicate<InventoryEvent> wanted = host == null ? event -> true : trace(log, host);
    Timeline timeline =
        log.read(filter.filter(), events -> Timeline.empty().after(events.filter(wanted)));
    if (host != null && timeline.events().isEmpty()) {
      throw new CliException("No event tells of " + Printable.line(host));
    }
    print(lastOf(timeline.entries()), out);
    return 0;
  }

  private static HostTrace trace(LogReader log, String host) {
    return log.read(EventFilter.all().withAggregateId(host), events -> HostTrace.of(host, events));
  }

  private List<TimelineEntry> lastOf(List<TimelineEntry> entries) {
    int from = last == null ? 0 : Math.max(0, entries.size() - last);
    return entries.subList(from, entries.size());
  }

  private void print(List<TimelineEntry> entries, PrintWriter out) {
    if (json) {
      EventRows rows = new EventRows(out, true);
      entries.forEach(entry -> rows.print(entry.event()));
    } else if (!entries.isEmpty()) {
      Table table = new Table("TIME (UTC)", "TOOK", "TYPE", "ABOUT", "");
      for (TimelineEntry entry : entries) {
        table.row(
            EventRows.time(entry.event().timestamp()),
            entry.sinceCause().map(TimelineCommand::seconds).orElse(""),
            Printable.line(entry.event().eventType().name()),
            Printable.line(entry.event().aggregateId()),
            EventRows.detail(entry.event()));
      }
      table.print(out);
    }
  }

  /** {@code +1.250 s}. */
  private static String seconds(Duration duration) {
    long millis = duration.toMillis();
    return "%s%d.%03d s"
        .formatted(millis < 0 ? "-" : "+", Math.abs(millis) / 1000, Math.abs(millis) % 1000);
  }
}
