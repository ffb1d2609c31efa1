package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.standard.StandardTuningPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf compare [HOST…]}. */
@Command(
    name = "compare",
    header = "Show hosts side by side: what they are and how they are tuned.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "HOST",
      arity = "0..*",
      description = "Known hosts (default: all).",
      converter = HostNameConverter.class)
  private List<HostName> hosts = new ArrayList<>();

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RootOption.Legible readable = root.readable(hosts, spec.commandLine().getErr());
    List<HardwareInventory> inventories = readable.inventories();
    if (inventories.isEmpty()) {
      return readable.status();
    }
    List<String> head = new ArrayList<>(List.of(""));
    inventories.forEach(inventory -> head.add(inventory.hostName().value()));
    Table table = new Table(head.toArray(String[]::new));
    row(table, "Model", inventories, it -> Facts.model(it.systemInfo()));
    row(table, "CPU", inventories, it -> Facts.text(it.hardware().cpuType()));
    row(table, "Cores", inventories, it -> Facts.cores(it.hardware()));
    row(table, "Memory", inventories, it -> Facts.memory(it.hardware()));
    row(table, "Storage", inventories, Facts::storage);
    row(table, "macOS", inventories, it -> Facts.macos(it.systemInfo()));
    List<TuningProfile> profiles =
        inventories.stream().map(StandardTuningPolicy.standard()::decide).toList();
    for (String value : profiles.get(0).values().keySet()) {
      row(table, value, profiles, it -> TuningText.value(it.values().get(value)));
    }
    table.print(out);
    return readable.status();
  }

  private static <T> void row(
      Table table, String label, List<T> columns, Function<T, String> cell) {
    table.row(Stream.concat(Stream.of(label), columns.stream().map(cell)).toList());
  }
}
