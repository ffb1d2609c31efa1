package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.drift.Change;
import org.leafinventory.drift.ChangeClass;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.drift.TuningChange;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf diff HOST [FROM TO]}. */
@Command(
    name = "diff",
    header = "Show what changed between two snapshots of a host, and whether its tuning does.",
    description = "FROM and TO are snapshots as 'history' lists them (default: the last two).",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "HOST",
      description = "A known host.",
      converter = HostNameConverter.class)
  private HostName host;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FROM", description = "The older snapshot.")
  private @Nullable String from;

  @Parameters(index = "2", arity = "0..1", paramLabel = "TO", description = "The newer snapshot.")
  private @Nullable String to;

  @Option(names = "--all", description = "Also what changes all the time, such as free space.")
  private boolean all;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Snapshot> history = root.history(host);
    Snapshot older = from == null ? lastButOne(history) : named(history, from);
    Snapshot newer = to == null ? history.get(history.size() - 1) : named(history, to);
    HardwareInventory before = root.store().load(older);
    HardwareInventory after = root.store().load(newer);
    out.println(host + ": " + older.id() + " -> " + newer.id());
    print(InventoryDiff.between(before, after), out);
    return 0;
  }

  private void print(InventoryDiff diff, PrintWriter out) {
    int hidden = 0;
    Table table = new Table("CLASS", "WHAT", "BEFORE", "AFTER");
    int shown = 0;
    for (Change change : diff.changes()) {
      if (change.changeClass() == ChangeClass.VOLATILE && !all) {
        hidden++;
      } else {
        shown++;
        table.row(
            word(change.changeClass()), change.path(), text(change.before()), text(change.after()));
      }
    }
    if (shown > 0) {
      table.print(out);
    } else {
      out.println("Nothing changed" + (hidden > 0 ? " but what changes all the time." : "."));
    }
    if (hidden > 0) {
      out.println(hidden + " volatile changes are not shown; --all shows them.");
    }
    tuning(diff, out);
  }

  private static void tuning(InventoryDiff diff, PrintWriter out) {
    List<TuningChange> changes = diff.tuningChanges(StandardTuningPolicy.standard());
    out.println(changes.isEmpty() ? "The tuning stays as it is." : "The tuning changes:");
    for (TuningChange change : changes) {
      out.println(
          "  "
              + change.name()
              + ": "
              + TuningText.value(change.before())
              + " -> "
              + TuningText.value(change.after())
              + " ("
              + change.after().reason().fact()
              + " is "
              + change.after().reason().observed()
              + ")");
    }
  }

  private Snapshot lastButOne(List<Snapshot> history) {
    if (history.size() < 2) {
      throw new CliException(
          host
              + " has one snapshot only: nothing to compare; run first: "
              + Leaf.COMMAND
              + " extract TARGET");
    }
    return history.get(history.size() - 2);
  }

  private Snapshot named(List<Snapshot> history, String id) {
    return history.stream()
        .filter(snapshot -> snapshot.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    host + " has no snapshot " + Printable.quote(id) + "; 'history' lists them"));
  }

  static String word(ChangeClass changeClass) {
    return changeClass.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Optional<String> value) {
    return Facts.text(value);
  }
}
