package org.leafinventory.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leafinventory.event.InventoryEvent;

class EventGraphTest {

  private static final EventGraph INTERLEAVED =
      EventGraph.empty()
          .after(
              new Story()
                      .tell("inventory.extraction.started", "10.0.0.1", 1)
                      .tell("inventory.extraction.started", "10.0.0.2", 2)
                      .tell(
                          "inventory.extraction.failed",
                          "10.0.0.2",
                          2,
                          Map.of("reason", "no route"))
                      .tell("inventory.hardware.discovered", "mac-\"1\\<b>", 1)
                      .events()
                      .stream());

  @Test
  void trees_are_told_correlation_by_correlation() {
    assertThat(GraphText.tree(INTERLEAVED))
        .isEqualTo(
            """
            correlation 00000000-0000-0002-0000-000000000001
              inventory.extraction.started  10.0.0.1  2026-01-24T12:00:00Z
                inventory.hardware.discovered  mac-\\"1\\\\<b>  2026-01-24T12:00:03Z
            correlation 00000000-0000-0002-0000-000000000002
              inventory.extraction.started  10.0.0.2  2026-01-24T12:00:01Z
                inventory.extraction.failed  10.0.0.2  2026-01-24T12:00:02Z  (no route)
            """);
  }

  @Test
  void dot_has_a_cluster_for_each_correlation_and_an_arrow_for_each_cause() {
    assertThat(GraphText.dot(INTERLEAVED))
        .startsWith("digraph events {\n")
        .contains("subgraph \"cluster_00000000-0000-0002-0000-000000000002\" {")
        .contains(
            "[label=\"inventory.hardware.discovered\\nmac-\\\"1\\\\<b>\\n2026-01-24T12:00:03Z\"]")
        .contains(
            "  \"00000000-0000-0001-0000-000000000000\" -> \"00000000-0000-0001-0000-000000000003\";\n")
        .endsWith("}\n");
  }

  @Test
  void mermaid_labels_hold_nothing_that_it_would_take_for_its_own() {
    assertThat(GraphText.mermaid(INTERLEAVED))
        .isEqualTo(
            """
            flowchart LR
              subgraph ce0["00000000-0000-0002-0000-000000000001"]
                e1["inventory.extraction.started<br/>10.0.0.1<br/>2026-01-24T12:00:00Z"]
                e2["inventory.hardware.discovered<br/>mac-#quot;1#92;#92;#lt;b><br/>2026-01-24T12:00:03Z"]
              end
              subgraph ce3["00000000-0000-0002-0000-000000000002"]
                e4["inventory.extraction.started<br/>10.0.0.2<br/>2026-01-24T12:00:01Z"]
                e5["inventory.extraction.failed<br/>10.0.0.2<br/>2026-01-24T12:00:02Z"]
              end
              e4 --> e5
              e1 --> e2
            """);
  }

  @Test
  void a_cause_that_is_not_there_is_told() {
    EventGraph graph =
        EventGraph.empty()
            .after(
                List.of(
                    Story.event(
                        1, "a.b", "mac-1", Story.NOON, 1, Optional.of(Story.id(9)), Map.of()))
                    .stream());

    assertThat(GraphText.tree(graph)).contains("[cause " + Story.id(9) + " is not in the log]");
    assertThat(GraphText.dot(graph)).contains("\"" + Story.id(9) + "\" [label=\"not in the log\"");
    assertThat(GraphText.mermaid(graph)).contains("([\"not in the log\"])");
  }

  @Test
  void a_chain_may_be_longer_than_a_stack_is_deep() {
    EventGraph chain =
        EventGraph.empty()
            .after(
                IntStream.range(0, 50_000)
                    .mapToObj(
                        n ->
                            Story.event(
                                n,
                                "a.b",
                                "mac-1",
                                Story.NOON,
                                1,
                                Optional.of(n).filter(it -> it > 0).map(it -> Story.id(it - 1)),
                                Map.of())));

    assertThat(chain.trees())
        .hasSize(50_000)
        .last()
        .extracting(EventGraph.Step::depth)
        .isEqualTo(49_999);
  }

  @Property(tries = 300)
  void every_event_stands_once_in_the_trees_even_where_causes_go_in_a_circle(
      @ForAll("events") List<InventoryEvent> one, @ForAll("events") List<InventoryEvent> two) {
    List<InventoryEvent> both = new ArrayList<>(one);
    both.addAll(two);

    EventGraph graph = EventGraph.empty().after(one.stream()).after(two.stream());

    assertThat(graph).isEqualTo(EventGraph.empty().after(both.stream()));
    assertThat(graph.trees())
        .extracting(EventGraph.Step::event)
        .containsExactlyInAnyOrderElementsOf(graph.events().values());
    assertThat(GraphText.tree(graph).lines())
        .hasSize(graph.events().size() + graph.correlations().size());
  }

  @Provide
  Arbitrary<List<InventoryEvent>> events() {
    return Story.anyEvents();
  }
}
