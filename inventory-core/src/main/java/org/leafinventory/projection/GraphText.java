package org.leafinventory.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.Printable;

/** An {@link EventGraph} as text: for people, for Graphviz, for Mermaid. */
public final class GraphText {

  /** What stands for a cause that is named and not there. */
  private static final String ABSENT = "not in the log";

  /** Deeper trees are not indented further. */
  private static final int DEEPEST = 40;

  private GraphText() {}

  /** A tree of indented lines for each correlation. */
  public static String tree(EventGraph graph) {
    StringBuilder out = new StringBuilder();
    graph
        .correlations()
        .forEach(
            (id, part) -> {
              out.append("correlation ").append(id).append('\n');
              for (EventGraph.Step step : part.trees()) {
                out.append("  ".repeat(1 + Math.min(step.depth(), DEEPEST)));
                out.append(line(graph, step.event())).append('\n');
              }
            });
    return out.toString();
  }

  private static String line(EventGraph graph, InventoryEvent event) {
    String line =
        String.join(
            "  ",
            Printable.line(event.eventType().name()),
            Printable.line(event.aggregateId()),
            event.timestamp().toString());
    String reason =
        EventText.reason(event).map(text -> "  (" + Printable.line(text) + ")").orElse("");
    String orphan =
        graph.absentCause(event).map(id -> "  [cause " + id + " is " + ABSENT + "]").orElse("");
    return line + reason + orphan;
  }

  /** A graph in the language of Graphviz, with a cluster for each correlation. */
  public static String dot(EventGraph graph) {
    StringBuilder out = new StringBuilder("digraph events {\n  rankdir=LR;\n  node [shape=box];\n");
    graph
        .correlations()
        .forEach(
            (id, part) -> {
              out.append("  subgraph \"cluster_%s\" {\n    label=\"%s\";\n".formatted(id, id));
              for (InventoryEvent event : part.events().values()) {
                out.append("    \"%s\" [label=\"".formatted(event.eventId()));
                out.append(label(event, "\\n")).append("\"];\n");
              }
              out.append("  }\n");
            });
    for (InventoryEvent event : graph.events().values()) {
      graph
          .absentCause(event)
          .map("  \"%s\" [label=\"not in the log\", style=dashed];\n"::formatted)
          .ifPresent(out::append);
      event
          .causationId()
          .map(cause -> "  \"%s\" -> \"%s\";\n".formatted(cause, event.eventId()))
          .ifPresent(out::append);
    }
    return out.append("}\n").toString();
  }

  /** A flowchart in the language of Mermaid, with a subgraph for each correlation. */
  public static String mermaid(EventGraph graph) {
    Names names = new Names();
    StringBuilder out = new StringBuilder("flowchart LR\n");
    graph
        .correlations()
        .forEach(
            (id, part) -> {
              out.append("  subgraph c%s[\"%s\"]\n".formatted(names.of(id), id));
              for (InventoryEvent event : part.events().values()) {
                out.append("    %s[\"".formatted(names.of(event.eventId())));
                out.append(mermaidLabel(event)).append("\"]\n");
              }
              out.append("  end\n");
            });
    for (InventoryEvent event : graph.events().values()) {
      Optional<UUID> absent = graph.absentCause(event);
      absent
          .map(cause -> "  %s([\"not in the log\"])\n".formatted(names.of(cause)))
          .ifPresent(out::append);
      event
          .causationId()
          .map(cause -> "  %s --> %s\n".formatted(names.of(cause), names.of(event.eventId())))
          .ifPresent(out::append);
    }
    return out.toString();
  }

  /** What, about whom, when; quotes and backslashes are escaped as both languages have it. */
  private static String label(InventoryEvent event, String lineBreak) {
    return String.join(
        lineBreak,
        Printable.line(event.eventType().name()),
        Printable.line(event.aggregateId()),
        event.timestamp().toString());
  }

  /** Mermaid knows no backslash escapes, and takes what looks like HTML for HTML. */
  private static String mermaidLabel(InventoryEvent event) {
    return label(event, "\n")
        .replace("#", "#35;")
        .replace("\\\"", "#quot;")
        .replace("\\", "#92;")
        .replace("<", "#lt;")
        .replace("\n", "<br/>");
  }

  /** Short names of nodes, as Mermaid takes no dashes in them. */
  private static final class Names {

    private final Map<UUID, String> names = new HashMap<>();

    String of(UUID id) {
      return names.computeIfAbsent(id, it -> "e" + names.size());
    }
  }
}
