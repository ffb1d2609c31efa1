package org.leafinventory.extraction;

import org.leafinventory.collect.Target;

/** Extracts machines: asks, keeps, writes and tells. Safe to call from several threads at once. */
@FunctionalInterface
public interface Extractor {

  /** The extraction of {@code target}, of which nothing has happened yet. */
  PendingExtraction prepare(Target target);
}
