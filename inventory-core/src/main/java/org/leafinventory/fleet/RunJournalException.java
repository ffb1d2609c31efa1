package org.leafinventory.fleet;

import org.jspecify.annotations.Nullable;

/** A run cannot be written down or resumed; the message says which file, why, and what to do. */
public final class RunJournalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunJournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
