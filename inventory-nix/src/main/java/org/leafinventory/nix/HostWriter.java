package org.leafinventory.nix;

import java.nio.file.Path;
import java.util.List;
import org.leafinventory.export.ExportException;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;

/**
 * Writes the configuration of a host: {@code hosts/<hostname>/hardware.nix}, {@code
 * configuration.nix} and {@code metadata.json}.
 *
 * <p>Unchanged hardware gives the same bytes: {@code generated_at} in {@code metadata.json} is the
 * moment of the inventory from which it was written, and a file that differs in nothing else is
 * left as it is. A file that a person edited is left alone and reported as {@link
 * ExportedFile.Outcome#KEPT_EDITED}; a person's own settings belong into {@code local.nix} in the
 * same folder, which is imported when it is there. Immutable and thread-safe.
 */
public final class HostWriter implements InventoryExporter {

  private final Path root;
  private final HostOptions options;

  private HostWriter(Path root, HostOptions options) {
    this.root = root;
    this.options = options;
  }

  /** Writes below {@code root}, which is made when needed. */
  public static HostWriter at(Path root) {
    return new HostWriter(root, HostOptions.defaults());
  }

  /** The same writer with other options. */
  public HostWriter with(HostOptions others) {
    return new HostWriter(root, others);
  }

  /**
   * Writes the three files.
   *
   * @throws ExportException if a file could not be written, or a text of the inventory cannot be
   *     expressed in Nix
   */
  @Override
  public List<ExportedFile> export(HardwareInventory inventory, TuningProfile tuning) {
    Path folder = root.resolve("hosts").resolve(inventory.hostName().value());
    String hardware =
        GeneratedFile.text(inventory.hostName(), () -> HardwareNix.of(inventory, tuning));
    String configuration =
        GeneratedFile.text(
            inventory.hostName(), () -> ConfigurationNix.of(inventory, tuning, options));
    String metadata = HostMetadata.text(inventory);
    return List.of(
        GeneratedFile.write(folder.resolve("hardware.nix"), hardware),
        GeneratedFile.write(folder.resolve("configuration.nix"), configuration),
        GeneratedFile.write(
            folder.resolve("metadata.json"),
            metadata,
            before -> HostMetadata.sayTheSame(before, metadata),
            before -> HostMetadata.isOurs(before, metadata)));
  }
}
