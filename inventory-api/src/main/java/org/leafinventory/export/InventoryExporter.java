package org.leafinventory.export;

import java.util.List;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;

/**
 * Writes something that follows from an inventory and its tuning, such as Nix files.
 *
 * <p>The contract: files appear whole or not at all; unchanged input leaves the files as they are,
 * byte for byte; a file that a person edited is kept and reported. May be called from several
 * threads at once for different hosts.
 */
@FunctionalInterface
public interface InventoryExporter {

  /**
   * Writes what belongs to {@code inventory}, and tells what became of each file.
   *
   * @throws ExportException if something could not be written
   */
  List<ExportedFile> export(HardwareInventory inventory, TuningProfile tuning);
}
