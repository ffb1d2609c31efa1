package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HostName;
import org.leafinventory.nix.leafconfig.LeafConfigReader;
import org.leafinventory.service.InventoryService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf extract TARGET [USER]}. */
@Command(
    name = "extract",
    header = "Ask a Mac what it is made of, keep the answer and write Nix.",
    description =
        "One SSH connection, one command; nothing is written on the Mac. Writes"
            + " inventory/HOST/hardware_TIME.json, latest.json and hardware.nix,"
            + " hosts/HOST/hardware.nix and events/events.jsonl below the root.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "10.1.1.10, admin@host, ssh://admin@host:2222, or local: for this machine.",
      converter = TargetConverter.class)
  private @Nullable Target target;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "USER",
      description = "The user to log in as (default: that of the target, else yours).")
  private @Nullable String user;

  @Option(
      names = "--leaf-config",
      paramLabel = "FILE",
      description = "Ask every node of this leaf-config.nix or leaf.config.json instead.")
  private @Nullable Path leafConfig;

  @Option(names = "--json", description = "Print the inventory as JSON instead of the summary.")
  private boolean json;

  @Mixin private RootOption root;
  @Mixin private LoginOptions login;
  @Mixin private GitOption git;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InventoryService service = Workspace.service(root.path(), login.collector());
    List<Node> nodes = nodes();
    int failures = 0;
    for (Node node : nodes) {
      try {
        Extraction extraction = service.extract(node.target());
        print(extraction, out);
        node.called().ifPresent(name -> compareNames(name, extraction));
      } catch (CollectionException e) {
        if (nodes.size() == 1) {
          throw e;
        }
        spec.commandLine().getErr().println("leaf: " + e.getMessage());
        failures++;
      }
    }
    if (!json) {
      git.apply(root.path(), out);
    }
    return failures == 0 ? 0 : 1;
  }

  private void print(Extraction extraction, PrintWriter out) {
    if (json) {
      out.print(InventoryJson.write(extraction.inventory()));
    } else {
      new InventoryText(out).print(extraction.inventory());
      out.println();
      FilesText files = new FilesText(out, root.path());
      files.head();
      files.print(extraction);
    }
  }

  /** A flake looks a node up by the name that the Mac gives itself. */
  private void compareNames(HostName called, Extraction extraction) {
    HostName itself = extraction.inventory().hostName();
    if (!called.equals(itself)) {
      spec.commandLine()
          .getErr()
          .println(
              "leaf: warning: "
                  + leafConfig
                  + " calls this Mac "
                  + called
                  + ", it calls itself "
                  + itself
                  + ": its inventory is filed under "
                  + itself
                  + "; make the two names one");
    }
  }

  /** A Mac to ask, and the name that a leaf-config has for it. */
  private record Node(Target target, Optional<HostName> called) {}

  private List<Node> nodes() {
    if ((target == null) == (leafConfig == null)) {
      throw new ParameterException(spec.commandLine(), "Name a TARGET, or give --leaf-config FILE");
    }
    try {
      return leafConfig == null
          ? List.of(
              new Node(login.complete(Objects.requireNonNull(target), user), Optional.empty()))
          : LeafConfigReader.create().read(leafConfig).nodes().stream()
              .map(node -> new Node(node.target(), Optional.of(node.hostname())))
              .toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
