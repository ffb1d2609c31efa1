package org.leafinventory.service;

import java.util.List;
import java.util.UUID;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;

/**
 * What one generation of a host's configuration gave. Immutable and thread-safe.
 *
 * @param inventory the inventory that it was generated from: the latest of the host
 * @param tuning how the host is tuned, and why
 * @param files what became of the files
 * @param correlationId shared by all events of this generation
 */
public record Generation(
    HardwareInventory inventory,
    TuningProfile tuning,
    List<ExportedFile> files,
    UUID correlationId) {

  /** Keeps a copy of {@code files}. */
  public Generation {
    files = List.copyOf(files);
  }
}
