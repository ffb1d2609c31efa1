package org.leafinventory.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leafinventory.eventlog.EventFilter;
import org.leafinventory.json.EventJson;
import picocli.CommandLine.Option;

/** Which events. */
final class FilterOptions {

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only of this type or below: inventory, inventory.extraction, config …")
  private @Nullable String type;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Only about this host (or target, before the host's name is known).")
  private @Nullable String host;

  @Option(
      names = "--correlation",
      paramLabel = "ID",
      description = "Only of this extraction or generation.")
  private @Nullable String correlation;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "Only from this time on: " + TimeOption.FORMS + ".")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "Only before this time.")
  private @Nullable Instant until;

  EventFilter filter() {
    EventFilter filter = EventFilter.all();
    if (type != null) {
      filter = filter.withType(type.replaceFirst("[.*]+$", ""));
    }
    if (host != null) {
      filter = filter.withAggregateId(host);
    }
    if (correlation != null) {
      filter = filter.withCorrelationId(EventJson.id(correlation));
    }
    if (since != null) {
      filter = filter.withSince(since);
    }
    if (until != null) {
      filter = filter.withUntil(until);
    }
    return filter;
  }

  boolean isForCorrelation() {
    return correlation != null;
  }
}
