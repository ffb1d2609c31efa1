package org.leafinventory.nix;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.export.InventoryExporter;
import org.leafinventory.testkit.contract.InventoryExporterContract;

class NixWriterContractTest extends InventoryExporterContract {

  @TempDir Path root;

  @Override
  protected InventoryExporter exporter() {
    return NixWriter.at(root);
  }

  @Override
  protected Path folder() {
    return root;
  }
}
