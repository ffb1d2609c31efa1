package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.policy.Reason;
import org.leafinventory.standard.StandardTuningPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf explain HOST}. */
@Command(
    name = "explain",
    header = "Show each tuned value of a host, and why it is what it is.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

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
    HardwareInventory inventory = root.latest(host);
    Table table = new Table("VALUE", "IS", "TIER", "BECAUSE", "RULE", "POLICY");
    StandardTuningPolicy.standard()
        .decide(inventory)
        .values()
        .forEach(
            (name, tuned) -> {
              Reason reason = tuned.reason();
              table.row(
                  name,
                  TuningText.value(tuned),
                  TuningText.tier(reason.tier()),
                  reason.fact() + " is " + reason.observed(),
                  reason.rule(),
                  reason.policy());
            });
    table.print(out);
    return 0;
  }
}
