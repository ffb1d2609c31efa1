package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An identity file that cannot be used; the message names it and says why. */
final class IdentityException extends IOException {

  private static final long serialVersionUID = 1L;

  IdentityException(Path file, String why, @Nullable Throwable cause) {
    super(file + ": " + why, cause);
  }
}
