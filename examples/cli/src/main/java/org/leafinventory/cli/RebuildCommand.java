package org.leafinventory.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.leafinventory.eventlog.StatusReader;
import org.leafinventory.projection.HostStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leaf rebuild}. */
@Command(
    name = "rebuild",
    header = "Make everything that follows from the events anew.",
    description =
        "Removes what is remembered of the log beside it, and reads the whole log again. Nothing is"
            + " lost by it, and nothing should change; it is for doubt.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LogReader log = new LogReader(root.path(), spec.commandLine().getErr());
    StatusReader reader = StatusReader.of(log.file());
    try {
      List<HostStatus> statuses = List.copyOf(reader.rebuild(log.skipped()).hosts().values());
      log.tellHowMany();
      out.println("Read all of " + log.file());
      out.println(StatusCommand.summary(statuses));
    } catch (UncheckedIOException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
    return 0;
  }
}
