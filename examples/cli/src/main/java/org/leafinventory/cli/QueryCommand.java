package org.leafinventory.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leafinventory.cli.Rows.Cell;
import org.leafinventory.cli.Rows.Column;
import org.leafinventory.index.FleetIndex;
import org.leafinventory.index.SkippedHost;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Printable;
import org.leafinventory.query.InventoryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf query PROGRAM}. */
@Command(
    name = "query",
    header = "Show what a jq program says of each host.",
    description = {
      "The program is put to the latest.json of each host that meets the conditions. Objects that"
          + " it answers become columns of tables; in JSON each answer stands beside its host.",
      "A host that cannot be asked is named in a warning, and the exit status is 1."
    },
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

  private static final Column HOST = new Column("host", "HOST");
  private static final Column VALUE = new Column("value", "VALUE");

  @Parameters(
      paramLabel = "PROGRAM",
      description = "A jq program, such as '.hardware | {cpu_type, cpu_cores}'.")
  private String program;

  @Mixin private ConditionOptions conditions;
  @Mixin private FormatOption format;
  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    JqProgram jq = JqProgram.compile(program);
    InventoryQuery query = conditions.query();
    int[] seen = {0};
    List<SkippedHost> skipped =
        format.format().isStreamed() && query.order().isEmpty() && query.limit().isEmpty()
            ? stream(jq, query, seen, warnings)
            : collect(jq, query, seen, warnings);
    if (seen[0] == 0 && skipped.isEmpty()) {
      root.hosts();
    }
    warnings.addAll(skipped);
    return warnings.end();
  }

  /** Prints answers as they come, and keeps none. */
  private List<SkippedHost> stream(
      JqProgram jq, InventoryQuery query, int[] seen, Warnings warnings) {
    PrintWriter out = spec.commandLine().getOut();
    Rows rows = Rows.to(out, format.format(), List.of(HOST, VALUE));
    List<SkippedHost> skipped =
        FleetIndex.at(root.path())
            .ask(
                query.condition(),
                document -> Texts.of(jq.of(document)),
                (brief, texts) -> {
                  seen[0]++;
                  Cell host = Cell.of(brief.hostName().value());
                  texts.outputs.forEach(text -> rows.add(List.of(host, new Cell(text, ""))));
                  texts.error.ifPresent(e -> warnings.add(brief.hostName() + ": jq: " + e));
                });
    rows.end();
    return skipped;
  }

  private List<SkippedHost> collect(
      JqProgram jq, InventoryQuery query, int[] seen, Warnings warnings) {
    List<Said> said = new ArrayList<>();
    List<SkippedHost> skipped =
        FleetIndex.at(root.path())
            .ask(
                query.condition(),
                jq::of,
                (brief, answer) -> {
                  seen[0]++;
                  said.add(new Said(brief, answer));
                });
    Stream<Said> all = said.stream();
    if (query.order().isPresent()) {
      all = all.sorted((one, other) -> query.order().get().compare(one.host, other.host));
    }
    printColumns(all.limit(query.limit().orElse(Long.MAX_VALUE)).toList(), warnings);
    return skipped;
  }

  private void printColumns(List<Said> said, Warnings warnings) {
    PrintWriter out = spec.commandLine().getOut();
    Set<String> keys = new LinkedHashSet<>();
    boolean objects =
        !format.format().isStreamed()
            && said.stream()
                .flatMap(it -> it.answer.outputs().stream())
                .allMatch(JsonNode::isObject);
    if (objects) {
      said.forEach(
          it -> it.answer.outputs().forEach(o -> o.fieldNames().forEachRemaining(keys::add)));
    }
    List<Column> columns = new ArrayList<>(List.of(HOST));
    if (keys.isEmpty()) {
      columns.add(VALUE);
    }
    keys.forEach(key -> columns.add(new Column(key, title(key))));
    Rows rows = Rows.to(out, format.format(), columns);
    for (Said one : said) {
      for (JsonNode output : one.answer.outputs()) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(one.host.hostName().value())));
        if (keys.isEmpty()) {
          row.add(cell(output));
        }
        keys.forEach(key -> row.add(cell(output.get(key))));
        rows.add(row);
      }
      one.warn(warnings);
    }
    rows.end();
  }

  private static Cell cell(@Nullable JsonNode value) {
    return value == null || value.isNull()
        ? new Cell(null, value == null ? "" : "-")
        : new Cell(value, Printable.line(JsonText.plain(value)));
  }

  private static String title(String key) {
    return Printable.line(key).replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  /** What the program said, as JSON. */
  private record Texts(List<JsonText.Written> outputs, Optional<String> error) {

    static Texts of(JqProgram.Answer answer) {
      return new Texts(
          answer.outputs().stream().map(it -> new JsonText.Written(JsonText.of(it))).toList(),
          answer.error());
    }
  }

  /** What the program said of a host. */
  private record Said(HardwareInventory host, JqProgram.Answer answer) {

    void warn(Warnings warnings) {
      answer.error().ifPresent(error -> warnings.add(host.hostName() + ": jq: " + error));
    }
  }
}
