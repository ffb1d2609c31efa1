package org.leafinventory.index;

import org.jspecify.annotations.Nullable;

/** The index on disk is not what was written, or cannot be read: the hosts are read instead. */
final class DamagedIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedIndexException(@Nullable Throwable cause) {
    super("the index is damaged", cause);
  }
}
