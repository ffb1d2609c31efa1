package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.leafinventory.index.FleetIndex;
import org.leafinventory.index.SkippedHost;
import org.leafinventory.model.HardwareInventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leaf hosts}. */
@Command(
    name = "hosts",
    header = "List the known hosts.",
    description =
        "A file that is no inventory is skipped with a warning, and the exit status is 1.",
    mixinStandardHelpOptions = true)
final class HostsCommand implements Callable<Integer> {

  @Mixin private FormatOption format;
  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    List<HardwareInventory> hosts = new ArrayList<>();
    List<SkippedHost> skipped = FleetIndex.at(root.path()).briefs(hosts::add);
    root.requireHosts(hosts, skipped);
    HostRows.print(out, format.format(), hosts.stream());
    warnings.addAll(skipped);
    return warnings.end();
  }
}
