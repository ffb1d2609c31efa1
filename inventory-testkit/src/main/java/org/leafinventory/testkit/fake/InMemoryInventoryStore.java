package org.leafinventory.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

/**
 * Keeps inventories in memory, with all that a store promises. Ids look like {@code 1769256000/1}:
 * seconds of the epoch, then the number within that second.
 *
 * <p>Thread-safe. Every store is empty at first and forgotten with the object.
 */
public final class InMemoryInventoryStore implements InventoryStore {

  /** What the snapshots of one host are sorted by. */
  private record Key(long second, int number) implements Comparable<Key> {

    String id() {
      return second + "/" + number;
    }

    @Override
    public int compareTo(Key other) {
      int order = Long.compare(second, other.second);
      return order != 0 ? order : Integer.compare(number, other.number);
    }
  }

  private final NavigableMap<HostName, NavigableMap<Key, HardwareInventory>> hosts =
      new TreeMap<>();

  /** A store without inventories. */
  public InMemoryInventoryStore() {}

  @Override
  public synchronized Snapshot save(HardwareInventory inventory) {
    NavigableMap<Key, HardwareInventory> snapshots =
        hosts.computeIfAbsent(inventory.hostName(), host -> new TreeMap<>());
    long second = inventory.extractedAt().getEpochSecond();
    Key before = snapshots.lowerKey(new Key(second, Integer.MAX_VALUE));
    int number = before != null && before.second() == second ? before.number() + 1 : 1;
    Key key = new Key(second, number);
    snapshots.put(key, inventory);
    return snapshot(key, inventory);
  }

  @Override
  public synchronized Optional<HardwareInventory> latest(HostName host) {
    return Optional.ofNullable(of(host).lastEntry()).map(entry -> entry.getValue());
  }

  @Override
  public synchronized List<Snapshot> history(HostName host) {
    List<Snapshot> history = new ArrayList<>();
    of(host).forEach((key, inventory) -> history.add(snapshot(key, inventory)));
    return List.copyOf(history);
  }

  @Override
  public synchronized HardwareInventory load(Snapshot snapshot) {
    return of(snapshot.host()).entrySet().stream()
        .filter(entry -> snapshot(entry.getKey(), entry.getValue()).equals(snapshot))
        .map(entry -> entry.getValue())
        .findFirst()
        .orElseThrow(
            () ->
                new StoreException(
                    snapshot + " is not of this store; load it from the one that listed it", null));
  }

  @Override
  public synchronized List<HostName> hosts() {
    return List.copyOf(hosts.keySet());
  }

  /** How many hosts there are. */
  @Override
  public synchronized String toString() {
    return "InMemoryInventoryStore[" + hosts.size() + " hosts]";
  }

  private NavigableMap<Key, HardwareInventory> of(HostName host) {
    return hosts.getOrDefault(host, new TreeMap<>());
  }

  private static Snapshot snapshot(Key key, HardwareInventory inventory) {
    return new Snapshot(inventory.hostName(), inventory.extractedAt(), key.id(), Optional.empty());
  }
}
