package org.leafinventory.cli;

import java.util.List;
import java.util.Optional;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

/** A store whose disk is full as soon as a certain host is to be kept. */
record FullForOne(InventoryStore store, String host) implements InventoryStore {

  @Override
  public Snapshot save(HardwareInventory inventory) {
    if (inventory.hostName().value().equals(host)) {
      throw new StoreException("cannot save: No space left on device", null);
    }
    return store.save(inventory);
  }

  @Override
  public Optional<HardwareInventory> latest(HostName wanted) {
    return store.latest(wanted);
  }

  @Override
  public List<Snapshot> history(HostName wanted) {
    return store.history(wanted);
  }

  @Override
  public HardwareInventory load(Snapshot snapshot) {
    return store.load(snapshot);
  }

  @Override
  public List<HostName> hosts() {
    return store.hosts();
  }
}
