package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.projection.EventGraph;
import org.leafinventory.projection.GraphText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leaf graph}. */
@Command(name = "graph", header = "Show which event led to which.", mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {

  /** In which language. */
  enum Format {
    TEXT,
    DOT,
    MERMAID
  }

  @Mixin private FilterOptions filter;

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      description = "text, dot (for Graphviz) or mermaid (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "20",
      description = "Only the last N extractions and generations (default: ${DEFAULT-VALUE}).")
  private int last;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (last < 1) {
      throw new ParameterException(spec.commandLine(), "--last is a number from 1 on");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LogReader log = new LogReader(root.path(), err);
    RecentIds recent = new RecentIds(last);
    log.read(filter.filter(), events -> recent.after(events.map(InventoryEvent::correlationId)));
    EventGraph graph =
        log.read(
            filter.filter(),
            events ->
                EventGraph.empty().after(events.filter(it -> recent.holds(it.correlationId()))));
    if (filter.isForCorrelation() && graph.events().isEmpty()) {
      throw new CliException("No event has this correlation id");
    }
    out.print(
        switch (format) {
          case TEXT -> GraphText.tree(graph);
          case DOT -> GraphText.dot(graph);
          case MERMAID -> GraphText.mermaid(graph);
        });
    if (recent.isPartial()) {
      err.println("leaf: showing the last " + last + "; --last N shows more");
    }
    return 0;
  }

  /** The ids that were met last. */
  private static final class RecentIds {

    private final int number;
    private final Map<UUID, UUID> ids = new LinkedHashMap<>(16, 0.75f, true);
    private boolean partial;

    RecentIds(int number) {
      this.number = number;
    }

    RecentIds after(Stream<UUID> met) {
      met.forEachOrdered(
          id -> {
            ids.put(id, id);
            if (ids.size() > number) {
              ids.remove(ids.keySet().iterator().next());
              partial = true;
            }
          });
      return this;
    }

    boolean holds(UUID id) {
      return ids.containsKey(id);
    }

    boolean isPartial() {
      return partial;
    }
  }
}
