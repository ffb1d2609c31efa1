package org.leafinventory.examples.extract;

import java.nio.file.Path;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.Extraction;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.service.InventoryService;

/**
 * Asks machines from code, keeps what they say, and prints what a capacity planner wants to know.
 *
 * <p>Arguments: a folder for the inventories, then targets such as {@code admin@10.1.1.10}.
 */
public final class ExtractFromCode {

  private ExtractFromCode() {}

  /** Runs the program; its exit status is 1 if a machine could not be asked. */
  public static void main(String... args) {
    Path folder = Path.of(args[0]);
    InventoryService service =
        InventoryService.builder()
            .discoverCollectors()
            .store(FileInventoryStore.at(folder))
            .build();
    boolean allWell = true;
    for (int i = 1; i < args.length; i++) {
      allWell &= ask(service, Target.parse(args[i]));
    }
    if (!allWell) {
      System.exit(1);
    }
  }

  /** Asks one machine; returns whether it answered. */
  static boolean ask(InventoryService service, Target target) {
    try {
      print(service.extract(target));
      return true;
    } catch (CollectionException failure) {
      // The kind is for programs, reason and advice are for people.
      System.err.println(
          failure.kind() + " at " + target + ": " + failure.reason() + "; " + failure.advice());
      return false;
    }
  }

  private static void print(Extraction extraction) {
    HardwareInventory mac = extraction.inventory();
    System.out.println(
        mac.hostName() + mac.systemInfo().modelName().map(it -> ", " + it).orElse(""));
    System.out.println("  cores    " + mac.hardware().cpuCores());
    System.out.println("  memory   " + mac.hardware().memoryGb() + " GB");
    System.out.println("  storage  " + mac.internalStorage());
    for (Disk disk : mac.disks()) {
      System.out.println("  " + disk.device() + "    " + disk.model().orElse("a disk"));
    }
    // Absent is absent: what the machine did not tell is an empty Optional, and here is why.
    mac.issues().forEach(issue -> System.out.println("  missing  " + issue.message()));
    TuningProfile tuning = extraction.tuning();
    System.out.println(
        "  tuned    "
            + tuning.nixMaxJobs().value()
            + " Nix jobs, because "
            + tuning.nixMaxJobs().reason());
    extraction
        .snapshot()
        .flatMap(snapshot -> snapshot.file())
        .ifPresent(file -> System.out.println("  kept in  " + file));
  }
}
