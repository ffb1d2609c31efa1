package org.leafinventory.extraction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.store.Snapshot;

/**
 * What one extraction gave. Immutable and thread-safe.
 *
 * @param inventory what the machine is made of
 * @param tuning how it is tuned, and why
 * @param snapshot where the inventory is kept; empty if the service has no store
 * @param exports what became of the files that the exporters write
 * @param correlationId shared by all events of this extraction
 */
public record Extraction(
    HardwareInventory inventory,
    TuningProfile tuning,
    Optional<Snapshot> snapshot,
    List<ExportedFile> exports,
    UUID correlationId) {

  /** Keeps a copy of {@code exports}. */
  public Extraction {
    exports = List.copyOf(exports);
  }
}
