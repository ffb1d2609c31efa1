package org.leafinventory.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    PrintWriter out = spec.commandLine().getOut();
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    JqProgram jq = JqProgram.compile(program);
    InventoryQuery query = conditions.query();
    boolean atOnce =
        query.order().isEmpty() && query.limit().isEmpty() && format.format().isStreamed();
    List<Said> said = new ArrayList<>();
    Rows rows = atOnce ? Rows.to(out, format.format(), List.of(HOST, VALUE)) : null;
    int[] seen = {0};
    List<SkippedHost> skipped =
        FleetIndex.at(root.path())
            .ask(
                query.condition(),
                jq::of,
                (brief, answer) -> {
                  seen[0]++;
                  Said one = new Said(brief, answer);
                  if (rows == null) {
                    said.add(one);
                  } else {
                    print(one, rows, warnings);
                  }
                });
    if (seen[0] == 0 && skipped.isEmpty()) {
      root.hosts();
    }
    if (rows == null) {
      printSorted(out, query, said, warnings);
    } else {
      rows.end();
    }
    warnings.addAll(skipped);
    return warnings.end();
  }

  private void printSorted(
      PrintWriter out, InventoryQuery query, List<Said> said, Warnings warnings) {
    Stream<Said> all = said.stream();
    if (query.order().isPresent()) {
      all = all.sorted((one, other) -> query.order().get().compare(one.host, other.host));
    }
    List<Said> wanted = all.limit(query.limit().orElse(Long.MAX_VALUE)).toList();
    if (format.format().isStreamed()) {
      Rows rows = Rows.to(out, format.format(), List.of(HOST, VALUE));
      wanted.forEach(one -> print(one, rows, warnings));
      rows.end();
    } else {
      printColumns(out, wanted, warnings);
    }
  }

  private static void print(Said said, Rows rows, Warnings warnings) {
    for (JsonNode output : said.answer.outputs()) {
      rows.add(List.of(Cell.of(said.host.hostName().value()), cell(output)));
    }
    said.warn(warnings);
  }

  private void printColumns(PrintWriter out, List<Said> said, Warnings warnings) {
    Set<String> keys = new LinkedHashSet<>();
    boolean objects = said.stream().flatMap(it -> it.answer.outputs().stream()).allMatch(JsonNode::isObject);
    if (objects) {
      said.forEach(it -> it.answer.outputs().forEach(o -> o.fieldNames().forEachRemaining(keys::add)));
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

  /** What the program said of a host. */
  private record Said(HardwareInventory host, JqProgram.Answer answer) {

    void warn(Warnings warnings) {
      answer.error().ifPresent(error -> warnings.add(host.hostName() + ": jq: " + error));
    }
  }
}
