package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.FailureClass;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.FleetResult;
import org.leafinventory.fleet.SharedName;
import org.leafinventory.policy.Tier;

/** What is said of a run when it is over. */
final class FleetText {

  /** So many rows people read; of larger fleets the table shows what needs attention. */
  private static final int READABLE = 100;

  private final PrintWriter out;
  private final Path root;

  FleetText(PrintWriter out, Path root) {
    this.out = out;
    this.root = root;
  }

  void print(FleetReport report) {
    table(report.results());
    failures(report);
    remarks(report);
    out.println();
    out.println(
        report.succeeded()
            + " of "
            + report.results().size()
            + " extracted in "
            + FleetProgress.seconds(report.duration())
            + "; files below "
            + root.toAbsolutePath().normalize());
    whatNext(report);
  }

  private void table(List<FleetResult> all) {
    List<FleetResult> results = all.stream().filter(it -> !it.isCancelled()).toList();
    boolean few = results.size() <= READABLE;
    List<FleetResult> shown =
        results.stream()
            .filter(it -> few || it.extracted().map(mac -> mac.issues() > 0).orElse(true))
            .toList();
    if (!shown.isEmpty()) {
      Table table =
          new Table(
              "TARGET", "HOST", "RESULT", "CPU", "MEMORY", "STORAGE", "ISSUES", "TRIES", "TIME");
      shown.forEach(result -> table.row(row(result)));
      table.print(out);
    }
    if (!few) {
      out.println(
          (results.size() - shown.size()) + " targets without failure or issue are not shown.");
    }
  }

  private static List<String> row(FleetResult result) {
    String target = result.target().toString();
    String tries = Integer.toString(result.attempts());
    String time = FleetProgress.seconds(result.duration());
    return result
        .extracted()
        .map(
            it ->
                List.of(
                    target,
                    it.host().value(),
                    "ok",
                    tier(it.tiers().concurrency()),
                    tier(it.tiers().memory()),
                    tier(it.tiers().storage()),
                    it.issues() == 0 ? "-" : Integer.toString(it.issues()),
                    tries,
                    time))
        .orElseGet(() -> List.of(target, "-", title(result), "-", "-", "-", "-", tries, time));
  }

  private static String tier(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private static String title(FleetResult result) {
    return result.failure().orElseThrow().failureClass().title();
  }

  private void failures(FleetReport report) {
    for (Map.Entry<FailureClass, List<FleetResult>> entry : report.failures().entrySet()) {
      List<FleetResult> failed = entry.getValue();
      out.println();
      out.println(
          failed.size()
              + (failed.size() == 1 ? " target: " : " targets: ")
              + entry.getKey().title()
              + ". What to do: "
              + entry.getKey().advice()
              + ".");
      if (entry.getKey() != FailureClass.CANCELLED) {
        failed.forEach(result -> out.println("  " + FleetProgress.failed(result)));
      }
    }
  }

  private void remarks(FleetReport report) {
    if (!report.duplicates().isEmpty()) {
      out.println();
      out.println("Named more than once, asked once: " + names(report.duplicates()));
    }
    for (SharedName shared : report.sharedNames()) {
      out.println();
      out.println(
          shared.isOneMachine()
              ? "One Mac, " + shared.host() + ", has several targets: " + names(shared.targets())
              : "WARNING: different Macs call themselves "
                  + shared.host()
                  + " and share one folder; give each a name of its own: "
                  + names(shared.targets()));
    }
    report
        .journalTrouble()
        .ifPresent(why -> out.println("WARNING: this run cannot be resumed: " + why));
  }

  private void whatNext(FleetReport report) {
    String again = Leaf.COMMAND + " extract --root " + root;
    if (report.cancelled()) {
      out.println("The run was cancelled. To continue it: " + again + " --resume");
    } else if (!report.isSuccess()) {
      out.println("To ask those again that failed: " + again + " --failed");
    }
  }

  private static String names(List<Target> targets) {
    return targets.stream().map(Target::toString).collect(Collectors.joining(", "));
  }
}
