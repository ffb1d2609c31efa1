package org.leafinventory.examples.ci;

import java.nio.file.Path;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.standard.StandardTuningPolicy;

/**
 * Prints how each Mac that is known would be tuned as a CI builder.
 *
 * <p>Argument: the folder of the inventories.
 */
public final class CiBuilders {

  /** The standard policy, less what two virtual machines of 16 GiB need: macOS allows two. */
  public static final TuningPolicy POLICY =
      StandardTuningPolicy.standard()
          .andThen(new VirtualMachineReserve(2, ByteSize.ofGibibytes(16)));

  private CiBuilders() {}

  /** Runs the program. */
  public static void main(String... args) {
    FileInventoryStore store = FileInventoryStore.at(Path.of(args[0]));
    store.hosts().forEach(host -> store.latest(host).ifPresent(CiBuilders::print));
  }

  private static void print(HardwareInventory mac) {
    System.out.println(mac.hostName());
    POLICY
        .decide(mac)
        .values()
        .forEach(
            (name, tuned) ->
                System.out.println(
                    "  " + name + " = " + tuned.value() + ", because " + tuned.reason()));
  }
}
