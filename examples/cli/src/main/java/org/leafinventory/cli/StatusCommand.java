package org.leafinventory.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leafinventory.eventlog.StatusReader;
import org.leafinventory.model.Printable;
import org.leafinventory.projection.FleetStatus;
import org.leafinventory.projection.HostState;
import org.leafinventory.projection.HostStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf status [HOST…]}. */
@Command(
    name = "status",
    header = "Show how far each host has come, as the events tell.",
    description =
        "extracting, discovered, inventory_complete, configured, deployed or failed. A Mac that has"
            + " never answered stands there as the target that was asked.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Parameters(paramLabel = "HOST", arity = "0..*", description = "Hosts or targets (default: all).")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only hosts in this state: ${COMPLETION-CANDIDATES}.")
  private @Nullable HostState state;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LogReader log = new LogReader(root.path(), err);
    FleetStatus fleet;
    try {
      fleet = StatusReader.of(log.file()).read(log.skipped());
    } catch (UncheckedIOException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
    log.tellHowMany();
    List<String> unknown = hosts.stream().filter(host -> fleet.of(host).isEmpty()).toList();
    unknown.forEach(host -> err.println("leaf: no event tells of " + Printable.line(host)));
    List<HostStatus> wanted = wanted(fleet).toList();
    if (!wanted.isEmpty()) {
      table(wanted).print(out);
      out.println();
      out.println(summary(wanted));
    }
    return unknown.isEmpty() ? 0 : 1;
  }

  private Stream<HostStatus> wanted(FleetStatus fleet) {
    Stream<HostStatus> known =
        hosts.isEmpty()
            ? fleet.hosts().values().stream()
            : hosts.stream().map(fleet::of).flatMap(Optional::stream);
    return known.filter(status -> state == null || status.state() == state);
  }

  private static Table table(List<HostStatus> statuses) {
    Table table = new Table("HOST", "STATE", "SINCE (UTC)", "REASON");
    for (HostStatus status : statuses) {
      table.row(
          Printable.line(status.host()),
          status.state().key(),
          EventRows.time(status.at()),
          status.reason().map(Printable::line).orElse(""));
    }
    return table;
  }

  /** {@code 12 hosts: 10 inventory_complete, 2 failed}. */
  static String summary(List<HostStatus> statuses) {
    Map<HostState, Long> counts =
        statuses.stream()
            .collect(Collectors.groupingBy(HostStatus::state, TreeMap::new, Collectors.counting()));
    return statuses.size()
        + (statuses.size() == 1 ? " host: " : " hosts: ")
        + counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().key())
            .collect(Collectors.joining(", "));
  }
}
