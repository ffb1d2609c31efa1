package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.collector.RecordingCollector;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.service.InventoryService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf import FILE…}. */
@Command(
    name = "import",
    header = "Interpret recordings and keep them as 'extract' would have.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings that 'record' wrote.")
  private List<Path> files = new ArrayList<>();

  @Mixin private RootOption root;
  @Mixin private GitOption git;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InventoryService service = Workspace.service(root.path(), new RecordingCollector());
    List<HardwareInventory> imported = new ArrayList<>();
    for (Path file : files) {
      try {
        Target target = Target.of(RecordingCollector.SCHEME, file.toString());
        imported.add(service.extract(target).inventory());
      } catch (CollectionException e) {
        spec.commandLine().getErr().println("leaf: " + e.getMessage());
      }
    }
    if (!imported.isEmpty()) {
      HostRows.print(out, OutputFormat.TABLE, imported.stream());
      git.apply(root.path(), out);
    }
    return imported.size() == files.size() ? 0 : 1;
  }
}
