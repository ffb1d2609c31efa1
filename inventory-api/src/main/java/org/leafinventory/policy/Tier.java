package org.leafinventory.policy;

/** How much of something a machine has, from the least to the most. */
public enum Tier {
  /** Below the lower threshold. */
  LOW,
  /** From the lower threshold to below the upper. */
  MEDIUM,
  /** From the upper threshold on. */
  HIGH
}
