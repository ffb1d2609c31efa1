package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.index.FleetIndex;
import org.leafinventory.index.SkippedHost;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.query.InventoryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf find [PROGRAM]}. */
@Command(
    name = "find",
    header = "List the hosts that meet conditions.",
    description = {
      "Conditions are options, a jq program, or both: a host must meet all. A host meets a jq"
          + " program that says something other than false and null of its latest.json.",
      "A host that cannot be asked is named in a warning, and the exit status is 1."
    },
    mixinStandardHelpOptions = true)
final class FindCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "PROGRAM",
      description = "A jq program, such as '.hardware.memory_gb >= 32'.")
  private @Nullable String program;

  @Option(
      names = "--what-if",
      paramLabel = "FILE",
      description = "List the hosts that other thresholds would put in another tier, and why.")
  private @Nullable Path whatIf;

  @Mixin private ConditionOptions conditions;
  @Mixin private FormatOption format;
  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    WhatIf other = whatIf == null ? null : new WhatIf(Thresholds.read(whatIf));
    InventoryQuery query = conditions.query();
    if (other != null) {
      query = query.where(other::changes);
    }
    List<HardwareInventory> found = new ArrayList<>();
    warnings.addAll(find(query, found, warnings));
    if (other == null) {
      HostRows.print(out, format.format(), query.over(found.stream()));
    } else {
      other.print(out, format.format(), query.over(found.stream()));
    }
    return warnings.end();
  }

  private List<SkippedHost> find(
      InventoryQuery query, List<HardwareInventory> found, Warnings warnings) {
    FleetIndex fleet = FleetIndex.at(root.path());
    int[] seen = {0};
    List<SkippedHost> skipped;
    if (program == null) {
      skipped =
          fleet.briefs(
              brief -> {
                seen[0]++;
                if (query.condition().test(brief)) {
                  found.add(brief);
                }
              });
    } else {
      JqProgram jq = JqProgram.compile(program);
      skipped =
          fleet.ask(
              query.condition(),
              document -> Verdict.of(jq.of(document)),
              (brief, verdict) -> {
                seen[0]++;
                verdict.error().ifPresent(e -> warnings.add(brief.hostName() + ": jq: " + e));
                if (verdict.holds()) {
                  found.add(brief);
                }
              });
    }
    if (seen[0] == 0 && skipped.isEmpty()) {
      root.hosts();
    }
    return skipped;
  }

  /** What is left of an answer that may be as long as the document. */
  private record Verdict(boolean holds, Optional<String> error) {

    static Verdict of(JqProgram.Answer answer) {
      return new Verdict(answer.isTrue(), answer.error());
    }
  }
}
