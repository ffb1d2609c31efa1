package org.leafinventory.cli.report;

import java.util.List;
import org.leafinventory.drift.Change;
import org.leafinventory.drift.ChangeClass;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.drift.TuningChange;
import org.leafinventory.policy.TuningPolicy;

/**
 * What changed between the last two snapshots of a host, without the two inventories.
 *
 * @param from the older snapshot
 * @param to the newer snapshot
 * @param changes the first of the changes that are not volatile
 * @param more how many more there are
 * @param tuning the tuned values that are different
 */
public record HostDrift(
    String from, String to, List<Change> changes, int more, List<TuningChange> tuning) {

  /** So many of one host tell that it is another machine; the rest is in {@code leaf diff}. */
  private static final int MOST = 25;

  /** Keeps copies of the lists. */
  public HostDrift {
    changes = List.copyOf(changes);
    tuning = List.copyOf(tuning);
  }

  /** What {@code diff} says of the snapshots {@code from} and {@code to}. */
  public static HostDrift of(String from, String to, InventoryDiff diff, TuningPolicy policy) {
    List<Change> lasting =
        diff.changes().stream()
            .filter(change -> change.changeClass() != ChangeClass.VOLATILE)
            .toList();
    int shown = Math.min(MOST, lasting.size());
    return new HostDrift(
        from, to, lasting.subList(0, shown), lasting.size() - shown, diff.tuningChanges(policy));
  }

  /** How many changes are not volatile. */
  public int count() {
    return changes.size() + more;
  }
}
