package org.leafinventory.export;

import org.jspecify.annotations.Nullable;

/** Something could not be written; the message says which file, why, and what to do. */
public final class ExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with what caused it, if anything did. */
  public ExportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
