package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leafinventory.collect.Target;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetListener;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.JournaledRun;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.service.InventoryService;

/** A run over several Macs, with what people see of it. */
final class FleetExtraction {

  private final InventoryService service;
  private final Path root;
  private final FleetOptions.Builder options;
  private final PrintWriter out;
  private final boolean json;
  private final FleetProgress progress;
  private final NameCheck names;

  FleetExtraction(
      InventoryService service,
      Path root,
      FleetOptions.Builder options,
      PrintWriter out,
      boolean json,
      FleetProgress progress,
      NameCheck names) {
    this.service = service;
    this.root = root;
    this.options = options.journal(RunJournal.at(root));
    this.out = out;
    this.json = json;
    this.progress = progress;
    this.names = names;
  }

  FleetReport run(List<Node> nodes) {
    return run(nodes, options -> service.extractAll(targets(nodes), options));
  }

  FleetReport resume(JournaledRun unfinished, List<Node> nodes) {
    return run(nodes, options -> service.resume(unfinished, options));
  }

  private FleetReport run(List<Node> nodes, Function<FleetOptions, FleetReport> run) {
    return Interruption.whenAsked(
        () -> {
          FleetReport report = runShown(nodes, run);
          // The run is over, and what follows shall come to its end.
          Thread.interrupted();
          if (!json) {
            new FleetText(out, root).print(report);
            out.flush();
          }
          return report;
        });
  }

  private FleetReport runShown(List<Node> nodes, Function<FleetOptions, FleetReport> run) {
    try (progress) {
      return run.apply(options.listener(listener(nodes)).build());
    }
  }

  private FleetListener listener(List<Node> nodes) {
    Map<Target, Node> byTarget = new LinkedHashMap<>();
    nodes.forEach(node -> byTarget.putIfAbsent(node.target(), node));
    FleetJson lines = new FleetJson(out);
    return event -> {
      progress.on(event);
      if (event instanceof FleetEvent.Finished it) {
        it.extraction()
            .flatMap(done -> names.warning(byTarget.get(it.result().target()), done.inventory()))
            .ifPresent(progress::line);
        if (json) {
          lines.print(it.result());
        }
      }
    };
  }

  private static List<Target> targets(List<Node> nodes) {
    return nodes.stream().map(Node::target).toList();
  }
}
