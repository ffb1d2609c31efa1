package org.leafinventory.fleet;

import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.extraction.PendingExtraction;

/** A target on its way through a run. Only the run's own thread looks at it. */
final class Entry {

  final int position;
  final Target target;

  int attempts;
  long begunAt;

  /** Kept, as the answer may change while the run goes on: who enters a lane leaves that lane. */
  Lanes.@Nullable Lane lane;

  /** Made when the target's turn comes: a run over thousands of targets holds few. */
  @Nullable PendingExtraction pending;

  Entry(int position, Target target) {
    this.position = position;
    this.target = target;
  }
}
