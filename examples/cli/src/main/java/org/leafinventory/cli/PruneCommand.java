package org.leafinventory.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.filestore.PrunePlan;
import org.leafinventory.filestore.Retention;
import org.leafinventory.model.HostName;
import org.leafinventory.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf prune}. */
@Command(
    name = "prune",
    header = "Delete old snapshots, after asking.",
    description =
        "The latest snapshot of a host is never deleted. Temporary files that killed processes left"
            + " in the folders more than an hour ago are deleted as well.",
    mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {

  private static final Duration LEFT = Duration.ofHours(1);

  @Parameters(
      paramLabel = "HOST",
      arity = "0..*",
      description = "Known hosts (default: all).",
      converter = HostNameConverter.class)
  private List<HostName> hosts = new ArrayList<>();

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "N",
      description = "How many of the newest snapshots of each host to keep; 1 or more.")
  private int keep;

  @Option(
      names = "--older-than",
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "Delete only what is older than this: 90d, 4w, or 2026-01-24.")
  private @Nullable Instant olderThan;

  @Option(names = "--dry-run", description = "Only say what would be deleted.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Delete without asking.")
  private boolean yes;

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FileInventoryStore store = root.store();
    PrunePlan plan = plan(store);
    plan.spared()
        .forEach(
            (host, reason) ->
                spec.commandLine()
                    .getErr()
                    .println("leaf: warning: all snapshots of " + host + " are kept: " + reason));
    int status = plan.spared().isEmpty() ? 0 : 1;
    if (plan.isEmpty()) {
      out.println("Nothing to delete.");
      return status;
    }
    show(plan, out);
    if (dryRun) {
      out.println("Nothing is deleted, as you said --dry-run.");
    } else if (yes || isConfirmed(out)) {
      store.prune(plan);
      out.println("Deleted " + summary(plan) + ".");
    } else {
      out.println("Nothing is deleted.");
    }
    return status;
  }

  private PrunePlan plan(FileInventoryStore store) {
    List<HostName> wanted = hosts.isEmpty() ? root.hosts() : hosts;
    wanted.forEach(root::history);
    try {
      Retention retention = Retention.keep(keep);
      return store.planPruning(
          wanted,
          olderThan == null ? retention : retention.onlyBefore(olderThan),
          Clock.systemUTC().instant().minus(LEFT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void show(PrunePlan plan, PrintWriter out) {
    Map<HostName, List<Snapshot>> byHost =
        plan.snapshots().stream()
            .collect(Collectors.groupingBy(Snapshot::host, TreeMap::new, Collectors.toList()));
    if (!byHost.isEmpty()) {
      Table table = new Table("HOST", "DELETES", "OLDEST", "NEWEST OF THEM");
      byHost.forEach(
          (host, snapshots) ->
              table.row(
                  host.value(),
                  Integer.toString(snapshots.size()),
                  snapshots.get(0).id(),
                  snapshots.get(snapshots.size() - 1).id()));
      table.print(out);
    }
    for (Path leftover : plan.leftovers()) {
      out.println("left over: " + leftover);
    }
  }

  private static String summary(PrunePlan plan) {
    return count(plan.snapshots().size(), "snapshot")
        + Optional.of(plan.leftovers().size())
            .filter(number -> number > 0)
            .map(number -> " and " + count(number, "temporary file"))
            .orElse("");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static boolean isConfirmed(PrintWriter out) {
    Console terminal =
        Optional.ofNullable(System.console())
            .filter(PruneCommand::isTerminal)
            .orElseThrow(
                () ->
                    new CliException(
                        "nobody is there to be asked, so nothing is deleted; say --yes to delete"
                            + " without asking, or --dry-run"));
    out.flush();
    String answer = terminal.readLine("Delete? [y/N] ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** From JDK 22 on there is a console also without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
