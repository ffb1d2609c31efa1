package org.leafinventory.examples.fleet;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.leafinventory.collect.Target;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.fleet.FleetEvent;
import org.leafinventory.fleet.FleetListener;
import org.leafinventory.fleet.FleetOptions;
import org.leafinventory.fleet.FleetReport;
import org.leafinventory.fleet.Pacing;
import org.leafinventory.fleet.RunJournal;
import org.leafinventory.service.InventoryService;

/**
 * Asks many machines at once on threads of its own, and tells how far it has come.
 *
 * <p>Arguments: a folder for the inventories, then targets such as {@code admin@10.1.1.10}.
 */
public final class AskTheFleet {

  private static final int AT_ONCE = 50;

  private AskTheFleet() {}

  /** Runs the program; its exit status is 1 if a machine could not be asked. */
  public static void main(String... args) {
    Path folder = Path.of(args[0]);
    InventoryService service =
        InventoryService.builder()
            .discoverCollectors()
            .store(FileInventoryStore.at(folder))
            .build();
    List<Target> targets = Stream.of(args).skip(1).map(Target::parse).toList();
    FleetReport report = ask(service, targets, RunJournal.at(folder), System.out);
    if (!report.isSuccess()) {
      System.exit(1);
    }
  }

  /** Asks all of them; whoever interrupts the thread gets what was done by then. */
  static FleetReport ask(
      InventoryService service, List<Target> targets, RunJournal journal, PrintStream out) {
    // Any executor will do; on Java 24 and later, Executors.newVirtualThreadPerTaskExecutor().
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      FleetReport report =
          service.extractAll(
              targets,
              FleetOptions.builder()
                  .executor(threads)
                  .parallelism(AT_ONCE)
                  .retries(1)
                  .pacing(Pacing.perEntryPoint(service::entryPoint, 4))
                  .listener(new Progress(out))
                  .journal(journal)
                  .build());
      out.println(report.succeeded() + " of " + report.results().size() + " answered");
      report
          .failures()
          .forEach(
              (kind, of) -> out.println(kind.title() + ", " + of.size() + ": " + kind.advice()));
      return report;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A line for each machine, as it comes; called by one thread, so it may simply count. */
  private static final class Progress implements FleetListener {

    private final PrintStream out;
    private int all;
    private int done;

    Progress(PrintStream out) {
      this.out = out;
    }

    @Override
    public void on(FleetEvent event) {
      if (event instanceof FleetEvent.Started started) {
        all = started.targets().size();
      } else if (event instanceof FleetEvent.Retrying retry) {
        out.println(retry.target() + " again, " + retry.failure().reason());
      } else if (event instanceof FleetEvent.Finished finished) {
        done++;
        String outcome =
            finished
                .extraction()
                .map(
                    it ->
                        it.inventory().hostName()
                            + ", "
                            + it.inventory().hardware().cpuCores()
                            + " cores")
                .orElse("no answer");
        out.println(done + "/" + all + " " + finished.result().target() + ": " + outcome);
      }
    }
  }
}
