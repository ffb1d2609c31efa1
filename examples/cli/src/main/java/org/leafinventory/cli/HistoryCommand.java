package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.drift.ChangeClass;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf history HOST}. */
@Command(
    name = "history",
    header = "List the snapshots of a host, and what changed from each to the next.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "HOST",
      description = "A known host.",
      converter = HostNameConverter.class)
  private HostName host;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InventoryStore store = root.store();
    List<Snapshot> snapshots = root.history(host);
    Table table = new Table("SNAPSHOT", "ASKED AT", "CHANGES", "TUNING");
    @Nullable HardwareInventory before = null;
    for (Snapshot snapshot : snapshots) {
      HardwareInventory now = store.load(snapshot);
      Optional<InventoryDiff> diff =
          Optional.ofNullable(before).map(it -> InventoryDiff.between(it, now));
      table.row(
          snapshot.id(),
          snapshot.takenAt().toString(),
          diff.map(HistoryCommand::summary).orElse("first"),
          diff.filter(it -> it.changesTuning(StandardTuningPolicy.standard()))
              .map(it -> "changes")
              .orElse(""));
      before = now;
    }
    table.print(out);
    return 0;
  }

  /** {@code 1 capacity, 12 volatile}. */
  private static String summary(InventoryDiff diff) {
    return diff.isEmpty()
        ? "none"
        : List.of(ChangeClass.values()).stream()
            .filter(it -> !diff.of(it).isEmpty())
            .map(it -> diff.of(it).size() + " " + DiffCommand.word(it))
            .collect(Collectors.joining(", "));
  }
}
