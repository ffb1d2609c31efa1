package org.leafinventory.filestore;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.testkit.contract.InventoryStoreContract;

class FileInventoryStoreContractTest extends InventoryStoreContract {

  @TempDir Path root;

  @Override
  protected InventoryStore open() {
    return FileInventoryStore.at(root);
  }
}
