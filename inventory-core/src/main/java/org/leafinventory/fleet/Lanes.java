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
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and who is next: entries stand in a lane for each group that is paced, and retries
 * stand aside until they are due. Times are nanoseconds since the run began.
 *
 * <p>Knows no clock; not thread-safe.
 */
final class Lanes {

  /** Those who share something; the lane of those who share nothing is free. */
  static final class Lane {
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private int running;
    private long opensAt;
  }

  private record Later(long dueAt, long order, Entry entry) {}

  /** How many at most are looked at in one go: their groups may take a while to tell. */
  private static final int LOOK_AHEAD = 50;

  private final Pacing pacing;
  private final Deque<Entry> arriving = new ArrayDeque<>();
  private final Lane free = new Lane();
  private final Map<String, Lane> paced = new LinkedHashMap<>();
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparingLong(Later::dueAt).thenComparing(Later::order));
  private long order;

  Lanes(Pacing pacing) {
    this.pacing = pacing;
  }

  /** Takes in an entry, whose position is greater than that of those before. */
  void add(Entry entry) {
    arriving.add(entry);
  }

  void addLater(Entry entry, long dueAt) {
    later.add(new Later(dueAt, order++, entry));
  }

  /** Takes out the entry that begins now; of several the one that was asked for first. */
  Optional<Entry> next(long now) {
    while (!later.isEmpty() && later.peek().dueAt() <= now) {
      line(later.remove().entry());
    }
    Lane best = bestOpen(now);
    // Who has not been looked at was asked for after all who have.
    for (int i = 0; best == null && i < LOOK_AHEAD && !arriving.isEmpty(); i++) {
      Lane lane = line(arriving.remove());
      best = isOpen(lane, now) ? lane : null;
    }
    if (best == null) {
      return Optional.empty();
    }
    best.running++;
    best.opensAt = now + (best == free ? 0 : pacing.interval().toNanos());
    return Optional.of(best.waiting.remove());
  }

  private @Nullable Lane bestOpen(long now) {
    Lane best = null;
    for (Lane lane : lanes()) {
      boolean isBetter =
          isOpen(lane, now)
              && (best == null
                  || lane.waiting.element().position < best.waiting.element().position);
      best = isBetter ? lane : best;
    }
    return best;
  }

  private Lane line(Entry entry) {
    Lane lane = laneOf(entry);
    lane.waiting.add(entry);
    return lane;
  }

  /** The entry's attempt is over. */
  void leave(Entry entry) {
    laneOf(entry).running--;
  }

  /**
   * When {@link #next} may have an entry though no one {@linkplain #leave leaves}; {@link
   * Long#MAX_VALUE} if never, 0 if some have not been looked at.
   */
  long opensAt() {
    if (!arriving.isEmpty()) {
      return 0;
    }
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
    all.addAll(arriving);
    arriving.clear();
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
    Lane lane = entry.lane;
    if (lane == null) {
      lane =
          pacing
              .group()
              .apply(entry.target)
              .map(group -> paced.computeIfAbsent(group, name -> new Lane()))
              .orElse(free);
      entry.lane = lane;
    }
    return lane;
  }

  private List<Lane> lanes() {
    List<Lane> all = new ArrayList<>(paced.values());
    all.add(free);
    return all;
  }
}
