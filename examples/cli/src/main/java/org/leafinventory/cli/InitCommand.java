package org.leafinventory.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.leafinventory.nix.LeafProject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leaf init}. */
@Command(
    name = "init",
    header = "Set up a folder: flake, modules, leaf-config.nix and .gitignore.",
    description =
        "Writes flake.nix and modules/, a commented leaf-config.nix if there is none, and sees that"
            + " .gitignore does not hide inventory/ and hosts/. A file that a person edited is left"
            + " alone. The flake finds the hosts itself: it need not be written again for a new"
            + " one.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  @Mixin private RootOption root;
  @Mixin private GitOption git;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FilesText files = new FilesText(out, root.path());
    files.head();
    files.print(LeafProject.at(root.path()).write());
    git.apply(root.path(), out);
    out.println();
    out.println("Next: say where your Macs are in leaf-config.nix, then run");
    out.println(
        "  "
            + Leaf.COMMAND
            + " extract --leaf-config "
            + root.path().resolve("leaf-config.nix")
            + " --root "
            + root.path());
    out.println("  " + Leaf.COMMAND + " generate --all --root " + root.path());
    return 0;
  }
}
