package org.leafinventory.testkit.fake;

import org.leafinventory.store.InventoryStore;
import org.leafinventory.testkit.contract.InventoryStoreContract;

class InMemoryInventoryStoreContractTest extends InventoryStoreContract {

  private final InventoryStore store = new InMemoryInventoryStore();

  @Override
  protected InventoryStore open() {
    return store;
  }
}
