package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.leafinventory.collect.Target;

/** What a run would do. */
final class PlanText {

  private final PrintWriter out;

  PlanText(PrintWriter out) {
    this.out = out;
  }

  void print(List<Node> nodes, FleetOption fleet, Path root) {
    out.println(
        "Would ask "
            + nodes.size()
            + (nodes.size() == 1 ? " target, " : " targets, ")
            + fleet.parallelism()
            + " at a time, with "
            + fleet.retries()
            + (fleet.retries() == 1 ? " retry" : " retries")
            + " after a failure that may pass:");
    Table table = new Table("TARGET", "ADDRESS", "USER", "PORT", "NAME");
    nodes.forEach(node -> table.row(row(node)));
    table.print(out);
    out.println();
    out.println("Would write below " + root.toAbsolutePath().normalize() + ":");
    out.println("  inventory/HOST/hardware_TIME.json, latest.json, hardware.nix");
    out.println("  hosts/HOST/hardware.nix");
    out.println("  events/events.jsonl, events/events-DAY.jsonl");
    if (nodes.size() > 1) {
      out.println("  runs/run_TIME_ID.jsonl");
    }
    out.println("Nothing was asked or written.");
  }

  private static List<String> row(Node node) {
    Target target = node.target();
    boolean network = target.scheme().equals(Target.SSH);
    return List.of(
        target.toString(),
        target.address().isEmpty() ? "-" : target.address(),
        target.user().orElse(network ? "(default)" : "-"),
        target.port().isPresent()
            ? Integer.toString(target.port().getAsInt())
            : network ? "(default)" : "-",
        node.called().map(name -> name.value()).orElse("-"));
  }
}
