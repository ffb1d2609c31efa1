package org.leafinventory.json;

import org.jspecify.annotations.Nullable;

/** A text is not the JSON it should be; the message says which text, where in it, and why. */
public final class JsonFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure.
   *
   * @param source where the text came from, such as a file name
   * @param where the place in it, such as {@code hardware.cpu_cores} or {@code line 3, column 7}
   * @param reason what is wrong there
   */
  public JsonFormatException(
      String source, String where, String reason, @Nullable Throwable cause) {
    super(source + ": " + where + ": " + reason, cause);
  }
}
