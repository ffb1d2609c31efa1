package org.leafinventory.query;

import org.leafinventory.policy.Reason;
import org.leafinventory.policy.TuningProfile;

/** What machines are put in tiers by. */
public enum TierDimension {
  /** Physical cores. */
  CORES,
  /** Main memory. */
  MEMORY,
  /** Own storage. */
  STORAGE;

  /** The tier of a machine in this dimension, and why. */
  public Reason reason(TuningProfile profile) {
    return switch (this) {
      case CORES -> profile.maxConcurrency().reason();
      case MEMORY -> profile.jetstreamMaxMemory().reason();
      case STORAGE -> profile.jetstreamMaxFile().reason();
    };
  }
}
