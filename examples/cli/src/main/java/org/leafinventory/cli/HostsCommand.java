package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.SystemInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leaf hosts}. */
@Command(name = "hosts", description = "List the known hosts.", mixinStandardHelpOptions = true)
final class HostsCommand implements Callable<Integer> {

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RootOption.Legible readable = root.readable(List.of(), spec.commandLine().getErr());
    table(readable.inventories()).print(out);
    return readable.status();
  }

  /** One row for each inventory. */
  static Table table(List<HardwareInventory> inventories) {
    Table table =
        new Table(
            "HOST", "MODEL", "CPU", "CORES", "MEMORY", "STORAGE", "MACOS", "ASKED AT", "ISSUES");
    for (HardwareInventory inventory : inventories) {
      SystemInfo system = inventory.systemInfo();
      table.row(
          inventory.hostName().value(),
          Facts.model(system),
          Facts.text(inventory.hardware().cpuType()),
          Integer.toString(inventory.hardware().cpuCores()),
          Facts.memory(inventory.hardware()),
          Facts.storage(inventory),
          Facts.text(system.macosVersion()),
          inventory.extractedAt().toString(),
          Integer.toString(inventory.issues().size()));
    }
    return table;
  }
}
