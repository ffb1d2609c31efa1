package org.leafinventory.filestore;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leafinventory.model.HostName;
import org.leafinventory.store.Snapshot;

/**
 * What is to be deleted from a store. Immutable and thread-safe.
 *
 * @param snapshots the snapshots
 * @param leftovers temporary files of processes that were killed
 * @param spared hosts of which nothing is deleted, and why
 */
public record PrunePlan(
    List<Snapshot> snapshots, List<Path> leftovers, SortedMap<HostName, String> spared) {

  /** Keeps copies. */
  public PrunePlan {
    snapshots = List.copyOf(snapshots);
    leftovers = List.copyOf(leftovers);
    spared = Collections.unmodifiableSortedMap(new TreeMap<>(spared));
  }

  /** Whether there is nothing to delete. */
  public boolean isEmpty() {
    return snapshots.isEmpty() && leftovers.isEmpty();
  }
}
