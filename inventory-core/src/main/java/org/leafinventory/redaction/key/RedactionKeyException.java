package org.leafinventory.redaction.key;

import org.jspecify.annotations.Nullable;

/**
 * A key could not be read or kept; the message is one line: the file, what is wrong, what to do.
 */
public final class RedactionKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RedactionKeyException(String source, String wrongAndAdvice, @Nullable Throwable cause) {
    super(source + ": " + wrongAndAdvice, cause);
  }
}
