package org.leafinventory.nix.leaf;

import java.nio.file.Path;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.HostWriter;
import org.leafinventory.nix.LeafProject;
import org.leafinventory.nix.NixWriter;

/** Leaves on disk. */
final class LeafFolder {

  private LeafFolder() {}

  static Path write(Path root, HardwareInventory... macs) {
    LeafProject.at(root).write();
    for (HardwareInventory mac : macs) {
      NixWriter.at(root).export(mac, Macs.HIGH);
      HostWriter.at(root).export(mac, Macs.HIGH);
    }
    return root;
  }

  public static void main(String[] a) {
    write(Path.of(a[0]), Macs.STUDIO, Macs.MINI, Macs.INTEL);
  }
}
