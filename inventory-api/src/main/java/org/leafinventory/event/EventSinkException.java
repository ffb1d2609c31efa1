package org.leafinventory.event;

import org.jspecify.annotations.Nullable;

/** An event could not be taken; the message says where and why. */
public final class EventSinkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure with what caused it, if anything did. */
  public EventSinkException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
