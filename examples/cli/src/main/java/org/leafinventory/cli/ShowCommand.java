package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.redaction.Redaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf show HOST}. */
@Command(
    name = "show",
    header = "Show the latest inventory of a host.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "HOST",
      description = "A known host.",
      converter = HostNameConverter.class)
  private HostName host;

  @Option(names = "--json", description = "Print the whole inventory as JSON.")
  private boolean json;

  @Mixin private RedactOption redact;
  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Redaction> redaction = redact.redaction();
    HardwareInventory kept = root.latest(host);
    HardwareInventory inventory = redaction.map(it -> it.redact(kept)).orElse(kept);
    if (json) {
      out.print(InventoryJson.write(inventory));
    } else {
      new InventoryText(out).print(inventory);
      out.printf("%-10s %s%n", "Asked at:", inventory.extractedAt());
    }
    return 0;
  }
}
