package org.leafinventory.drift;

/** What happened to a fact. */
public enum ChangeKind {
  /** It is told only by the later inventory. */
  ADDED,

  /** It is told only by the earlier inventory. */
  REMOVED,

  /** Both tell it, differently. */
  CHANGED
}
