package org.leafinventory.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Who waits, and who is next: entries stand in a lane for each group that is paced, and retries
 * stand aside until they are due. Times are nanoseconds since the run began.
 *
 * <p>Knows no clock; not thread-safe.
 */
final class Lanes {

  /** Those who share something; the lane of those who share nothing is free. */
  private static final class Lane {
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private int running;
    private long opensAt;
  }

  private record Later(long dueAt, long order, Entry entry) {}

  private final Pacing pacing;
  private final Lane free = new Lane();
  private final Map<String, Lane> paced = new LinkedHashMap<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::dueAt).thenComparing(Later::order));
  private long order;

  Lanes(Pacing pacing) {
    this.pacing = pacing;
  }

  void add(Entry entry) {
    laneOf(entry).waiting.add(entry);
  }

  void addLater(Entry entry, long dueAt) {
    later.add(new Later(dueAt, order++, entry));
  }

  /** Takes out the entry that begins now; of several the one that was asked for first. */
  Optional<Entry> next(long now) {
    while (!later.isEmpty() && later.peek().dueAt() <= now) {
      add(later.remove().entry());
    }
    Lane best = null;
    for (Lane lane : lanes()) {
      boolean isBetter =
          isOpen(lane, now)
              && (best == null
                  || lane.waiting.element().position < best.waiting.element().position);
      best = isBetter ? lane : best;
    }
    if (best == null) {
      return Optional.empty();
    }
    best.running++;
    best.opensAt = now + (best == free ? 0 : pacing.interval().toNanos());
    return Optional.of(best.waiting.remove());
  }

  /** The entry's attempt is over. */
  void leave(Entry entry) {
    laneOf(entry).running--;
  }

  /**
   * When {@link #next} may have an entry though no one {@linkplain #leave leaves}; {@link
   * Long#MAX_VALUE} if never.
   */
  long opensAt() {
    long soonest = later.isEmpty() ? Long.MAX_VALUE : later.peek().dueAt();
    for (Lane lane : lanes()) {
      if (!lane.waiting.isEmpty() && hasRoom(lane)) {
        soonest = Math.min(soonest, lane.opensAt);
      }
    }
    return soonest;
  }

  /** Takes all out. */
  List<Entry> drain() {
    List<Entry> all = new ArrayList<>();
    for (Lane lane : lanes()) {
      all.addAll(lane.waiting);
      lane.waiting.clear();
    }
    later.forEach(it -> all.add(it.entry()));
    later.clear();
    return all;
  }

  private boolean isOpen(Lane lane, long now) {
    return !lane.waiting.isEmpty() && hasRoom(lane) && lane.opensAt <= now;
  }

  private boolean hasRoom(Lane lane) {
    return lane == free || lane.running < pacing.atOnce();
  }

  private Lane laneOf(Entry entry) {
    return pacing
        .group()
        .apply(entry.target)
        .map(group -> paced.computeIfAbsent(group, name -> new Lane()))
        .orElse(free);
  }

  private List<Lane> lanes() {
    List<Lane> all = new ArrayList<>(paced.values());
    all.add(free);
    return all;
  }
}
