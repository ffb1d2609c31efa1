package org.leafinventory.store;

import java.util.List;
import java.util.Optional;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;

/**
 * Keeps every inventory of every machine.
 *
 * <p>The contract: a snapshot is never changed once saved; what {@link #save} has returned for is
 * found by every later call, also from other threads and processes; two saves at the same time lose
 * neither. Stores may be shared between threads.
 */
public interface InventoryStore {

  /**
   * Keeps {@code inventory}. It becomes the latest of its host unless a later one is there.
   *
   * @throws StoreException if it could not be kept
   */
  Snapshot save(HardwareInventory inventory);

  /**
   * The latest inventory of {@code host}; empty if there is none.
   *
   * @throws StoreException if there is one that cannot be read
   */
  Optional<HardwareInventory> latest(HostName host);

  /**
   * The snapshots of {@code host}, oldest first; empty if there are none.
   *
   * @throws StoreException if the store cannot be read
   */
  List<Snapshot> history(HostName host);

  /**
   * The inventory of a snapshot that this store handed out.
   *
   * @throws StoreException if it is gone or cannot be read
   */
  HardwareInventory load(Snapshot snapshot);

  /**
   * The hosts that have a snapshot, sorted by name.
   *
   * @throws StoreException if the store cannot be read
   */
  List<HostName> hosts();
}
