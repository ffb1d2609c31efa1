package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.service.Extraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf extract TARGET [USER]}. */
@Command(
    name = "extract",
    header = "Ask a Mac what it is made of, keep the answer and write Nix.",
    description =
        "One SSH connection, one command; nothing is written on the Mac. Writes"
            + " inventory/HOST/hardware_TIME.json, latest.json and hardware.nix,"
            + " hosts/HOST/hardware.nix and events/events.jsonl below the root.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "10.1.1.10, admin@host or ssh://admin@host:2222.",
      converter = TargetConverter.class)
  private Target target;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "USER",
      description = "The user to log in as (default: that of the target, else yours).")
  private @Nullable String user;

  @Option(names = "--json", description = "Print the inventory as JSON instead of the summary.")
  private boolean json;

  @Mixin private RootOption root;
  @Mixin private LoginOptions login;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Extraction extraction = Workspace.service(root.path(), login.collector()).extract(complete());
    if (json) {
      out.print(InventoryJson.write(extraction.inventory()));
    } else {
      new InventoryText(out).print(extraction.inventory());
      new FilesText(out, root.path()).print(extraction);
    }
    return 0;
  }

  private Target complete() {
    try {
      return login.complete(target, user);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
