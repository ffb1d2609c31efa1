package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.model.HostName;
import org.leafinventory.nix.HostOptions;
import org.leafinventory.nix.LeafProject;
import org.leafinventory.service.InventoryService;
import org.leafinventory.service.NoInventoryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf generate HOST… | --all}. */
@Command(
    name = "generate",
    header = "Write the nix-darwin configuration of hosts from their latest inventory.",
    description =
        "Writes hosts/HOST/hardware.nix, configuration.nix and metadata.json, and the modules they"
            + " import. A file that a person edited is left alone.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "HOST",
      arity = "0..*",
      description = "Known hosts.",
      converter = HostNameConverter.class)
  private List<HostName> hosts = new ArrayList<>();

  @Option(names = "--all", description = "Every host that has an inventory.")
  private boolean all;

  @Option(
      names = "--state-version",
      paramLabel = "N",
      description = "system.stateVersion of nix-darwin, 1 to 7 (default: 6).")
  private @Nullable Integer stateVersion;

  @Option(
      names = "--primary-user",
      paramLabel = "USER",
      description = "The user that desktop settings are for (default: none, no such settings).")
  private @Nullable String primaryUser;

  @Mixin private RootOption root;
  @Mixin private GitOption git;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InventoryService service = Workspace.generator(root.path(), options());
    List<HostName> wanted = wanted();
    FilesText files = new FilesText(out, root.path());
    files.head();
    files.print(LeafProject.at(root.path()).writeModules());
    for (HostName host : wanted) {
      files.print(generate(service, host));
    }
    git.apply(root.path(), out);
    return 0;
  }

  private List<ExportedFile> generate(InventoryService service, HostName host) {
    try {
      return service.generate(host).files();
    } catch (NoInventoryException e) {
      throw root.noInventory(host);
    }
  }

  private List<HostName> wanted() {
    if (all != hosts.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name the hosts, or say --all");
    }
    return all ? root.hosts() : hosts;
  }

  private HostOptions options() {
    try {
      HostOptions.Builder options = HostOptions.builder();
      if (stateVersion != null) {
        options.stateVersion(stateVersion);
      }
      if (primaryUser != null) {
        options.primaryUser(primaryUser);
      }
      return options.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
