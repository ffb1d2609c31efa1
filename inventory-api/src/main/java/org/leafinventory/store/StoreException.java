package org.leafinventory.store;

import org.jspecify.annotations.Nullable;

/** A store could not be read or written; the message says which file, why, and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with what caused it, if anything did. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
