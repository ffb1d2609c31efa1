package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.JournaledRun;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.LazyBouncyCastle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leaf extract TARGET…}. */
@Command(
    name = "extract",
    header = "Ask Macs what they are made of, keep the answers and write Nix.",
    description =
        "One SSH connection and one command for each; nothing is written on the Mac. Writes"
            + " inventory/HOST/hardware_TIME.json, latest.json and hardware.nix,"
            + " hosts/HOST/hardware.nix and events/events.jsonl below the root.",
    footer = {
      "",
      "A run over several targets is written down in runs/, so that --resume can continue it after"
          + " a crash.",
      "'extract HOST USER', as the scripts were called, logs in as USER if HOST holds a dot; to be"
          + " clear, write --user USER."
    },
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Mixin private TargetOptions targets;
  @Mixin private FleetOption fleet;

  @Option(
      names = "--resume",
      description =
          "Continue the last run that was cut short: ask what it has left. Give login options anew;"
              + " the targets may be left out.")
  private boolean resume;

  @Option(names = "--failed", description = "Ask those again that failed in the last run.")
  private boolean failed;

  @Option(names = "--dry-run", description = "Print what would be done, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description =
          "Print the inventory as JSON instead of the summary; for several targets, one line of"
              + " JSON for each result.")
  private boolean json;

  @Mixin private RootOption root;
  @Mixin private LoginOptions login;
  @Mixin private GitOption git;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (resume && failed) {
      throw usage("Give --resume or --failed, not both");
    }
    if (resume) {
      return resume();
    }
    List<Node> nodes = failed ? failedNodes() : targets.nodes(login);
    if (nodes.isEmpty()) {
      return nobody();
    }
    if (dryRun) {
      new PlanText(out()).print(nodes, fleet, root.path());
      return 0;
    }
    if (nodes.size() == 1 && !failed && !targets.isList() && !fleet.isAsked()) {
      extract(nodes.get(0));
      return 0;
    }
    return end(extraction().run(nodes));
  }

  private int nobody() {
    if (failed) {
      out().println("Nothing failed in the last run.");
      return 0;
    }
    throw usage(
        targets.isEmpty()
            ? "Name a TARGET, or give --targets FILE, --leaf-config FILE or --resume"
            : "The list of targets is empty");
  }

  private int resume() {
    List<Node> named = targets.nodes(login);
    Optional<JournaledRun> unfinished = RunJournal.at(root.path()).unfinished();
    if (unfinished.isEmpty()) {
      out().println("Nothing to resume: no run below " + root.path() + " was cut short.");
      return 0;
    }
    JournaledRun run = unfinished.get();
    requireSameTargets(named, run);
    Set<Target> targetsLeft = new LinkedHashSet<>(run.left());
    List<Node> left =
        named.isEmpty()
            ? targetsLeft.stream().map(Node::of).toList()
            : named.stream().filter(node -> targetsLeft.contains(node.target())).toList();
    err()
        .println(
            "Resuming the run of "
                + run.startedAt()
                + ": "
                + targetsLeft.size()
                + " of "
                + run.targets().size()
                + " targets are left");
    if (dryRun) {
      new PlanText(out()).print(left, fleet, root.path());
      return 0;
    }
    return end(extraction().resume(run, left));
  }

  private void requireSameTargets(List<Node> named, JournaledRun run) {
    Set<Target> wanted = new HashSet<>(named.stream().map(Node::target).toList());
    if (!wanted.isEmpty() && !wanted.equals(new HashSet<>(run.targets()))) {
      throw usage(
          "The run of "
              + run.startedAt()
              + " that was cut short is about other targets; leave the targets out to resume it,"
              + " or --resume to begin a new run");
    }
  }

  private List<Node> failedNodes() {
    if (!targets.isEmpty()) {
      throw usage("With --failed, leave the targets out");
    }
    JournaledRun last =
        RunJournal.at(root.path())
            .last()
            .orElseThrow(() -> new CliException("There is no run below " + root.path()));
    if (!last.isFinished()) {
      throw new CliException(
          "The last run was cut short; continue it first: "
              + Leaf.COMMAND
              + " extract --resume --root "
              + root.path());
    }
    return last.failed().stream().map(Node::of).toList();
  }

  private FleetExtraction extraction() {
    FleetProgress progress =
        LiveProgress.isPossible()
            ? new LiveProgress(err(), spec.usageMessage().width())
            : new PlainProgress(err());
    InventoryService service = service();
    return new FleetExtraction(
        service, root.path(), fleet.options(service::entryPoint), out(), json, progress, names());
  }

  private int end(FleetReport report) {
    if (!json && report.succeeded() > 0 && !report.cancelled()) {
      git.apply(root.path(), out());
    }
    return report.isSuccess() ? 0 : 1;
  }

  private void extract(Node node) {
    LazyBouncyCastle.install();
    Extraction extraction = service().extract(node.target());
    print(extraction);
    names().warning(node, extraction.inventory()).ifPresent(err()::println);
    if (!json) {
      git.apply(root.path(), out());
    }
  }

  private void print(Extraction extraction) {
    if (json) {
      out().print(InventoryJson.write(extraction.inventory()));
    } else {
      new InventoryText(out()).print(extraction.inventory());
      out().println();
      FilesText files = new FilesText(out(), root.path());
      files.head();
      files.print(extraction);
    }
  }

  private InventoryService service() {
    return Workspace.service(root.path(), login.collector());
  }

  private NameCheck names() {
    return new NameCheck(targets.leafConfig());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
