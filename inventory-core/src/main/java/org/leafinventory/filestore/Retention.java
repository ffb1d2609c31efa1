package org.leafinventory.filestore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leafinventory.store.Snapshot;

/**
 * Which snapshots of a host are kept: the newest, and of the others those that are young enough.
 * Immutable and thread-safe.
 *
 * @param keep how many of the newest are kept in any case; 1 or more
 * @param before others are kept, too, unless they were taken before this; empty keeps none of them
 */
public record Retention(int keep, Optional<Instant> before) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if {@code keep} is less than 1: the latest is always kept
   */
  public Retention {
    if (keep < 1) {
      throw new IllegalArgumentException(
          keep + " is no number of snapshots to keep; the latest is always kept, so 1 or more");
    }
  }

  /** Keeps the newest {@code number} snapshots. */
  public static Retention keep(int number) {
    return new Retention(number, Optional.empty());
  }

  /** This retention, but snapshots that were taken at {@code time} or later are kept, too. */
  public Retention onlyBefore(Instant time) {
    return new Retention(keep, Optional.of(time));
  }

  /**
   * The snapshots that are not kept.
   *
   * @param history the snapshots of one host, oldest first
   */
  public List<Snapshot> excess(List<Snapshot> history) {
    return history.subList(0, Math.max(0, history.size() - keep)).stream()
        .filter(snapshot -> before.map(snapshot.takenAt()::isBefore).orElse(true))
        .toList();
  }
}
