package org.leafinventory.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.service.InventoryService;

/** Extracts a fleet that answers slowly, or resumes; writes down whom it asks and who is done. */
final class FleetProcess {

  static final int TARGETS = 60;

  /** What a line begins with that tells of trouble with the journal. */
  static final String TROUBLE = "journal: ";

  private FleetProcess() {}

  /**
   * Takes the root, the file of those who are asked, {@code run} or {@code resume}, and how long an
   * answer takes.
   */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    InventoryService service =
        InventoryService.builder()
            .collector(slow(Path.of(arguments[1]), Long.parseLong(arguments[3])))
            .store(FileInventoryStore.at(root))
            .build();
    RunJournal journal = RunJournal.at(root);
    FleetOptions options =
        FleetOptions.builder()
            .parallelism(4)
            .journal(journal)
            .listener(FleetProcess::printDone)
            .build();
    FleetReport report =
        arguments[2].equals("resume")
            ? service.resume(journal.unfinished().orElseThrow(), options)
            : service.extractAll(Fleets.targets(TARGETS), options);
    report.journalTrouble().ifPresent(it -> System.out.println(TROUBLE + it));
  }

  private static void printDone(FleetEvent event) {
    if (event instanceof FleetEvent.Finished it) {
      System.out.println(it.result().target());
      System.out.flush();
    }
  }

  private static Collector slow(Path asked, long millis) {
    return target -> {
      note(asked, target);
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return Fleets.inventory(target);
    };
  }

  private static synchronized void note(Path asked, Target target) {
    try {
      Files.write(
          asked, List.of(target.toString()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
