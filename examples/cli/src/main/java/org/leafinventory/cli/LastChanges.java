package org.leafinventory.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.leafinventory.cli.report.HostDrift;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

/** What changed between the last two snapshots of each host. */
final class LastChanges {

  private LastChanges() {}

  /**
   * The drifts of those hosts that have two snapshots, read on all processors.
   *
   * @param failed is told of hosts whose snapshots cannot be read, in the order of {@code hosts}
   */
  static Map<HostName, HostDrift> of(
      InventoryStore store, List<HardwareInventory> hosts, BiConsumer<HostName, String> failed) {
    Map<HostName, HostDrift> drifts = new HashMap<>();
    hosts.parallelStream()
        .map(HardwareInventory::hostName)
        .map(host -> Answer.of(store, host))
        .toList()
        .forEach(
            answer -> {
              answer.drift().ifPresent(drift -> drifts.put(answer.host(), drift));
              answer.failure().ifPresent(reason -> failed.accept(answer.host(), reason));
            });
    return drifts;
  }

  private record Answer(HostName host, Optional<HostDrift> drift, Optional<String> failure) {

    static Answer of(InventoryStore store, HostName host) {
      try {
        return new Answer(host, drift(store, store.history(host)), Optional.empty());
      } catch (StoreException e) {
        return new Answer(host, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
      }
    }

    private static Optional<HostDrift> drift(InventoryStore store, List<Snapshot> history) {
      int size = history.size();
      if (size < 2) {
        return Optional.empty();
      }
      Snapshot from = history.get(size - 2);
      Snapshot to = history.get(size - 1);
      InventoryDiff diff = InventoryDiff.between(store.load(from), store.load(to));
      return Optional.of(HostDrift.of(from.id(), to.id(), diff, StandardTuningPolicy.standard()));
    }
  }
}
