package org.leafinventory.nix;

import java.nio.file.Path;
import java.util.List;
import org.leafinventory.export.ExportException;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;

/**
 * Writes {@code inventory/<hostname>/hardware.nix} and {@code hosts/<hostname>/hardware.nix}: a
 * plain attribute set that {@code import}, {@code nix eval -f} and {@code nix-instantiate --eval}
 * take as it is.
 *
 * <p>Unchanged hardware gives the same bytes. A file that a person edited is left alone and
 * reported as {@link ExportedFile.Outcome#KEPT_EDITED}. Immutable and thread-safe.
 */
public final class NixWriter implements InventoryExporter {

  private static final String FILE_NAME = "hardware.nix";

  private final Path root;

  private NixWriter(Path root) {
    this.root = root;
  }

  /** Writes below {@code root}, which is made when needed. */
  public static NixWriter at(Path root) {
    return new NixWriter(root);
  }

  /**
   * Writes both files.
   *
   * @throws ExportException if a file could not be written, or a text of the inventory cannot be
   *     expressed in Nix
   */
  @Override
  public List<ExportedFile> export(HardwareInventory inventory, TuningProfile tuning) {
    String host = inventory.hostName().value();
    String text = GeneratedFile.text(inventory.hostName(), () -> HardwareNix.of(inventory, tuning));
    return List.of(
        GeneratedFile.write(root.resolve("inventory").resolve(host).resolve(FILE_NAME), text),
        GeneratedFile.write(root.resolve("hosts").resolve(host).resolve(FILE_NAME), text));
  }
}
