package org.leafinventory.ssh.config;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A configuration file that cannot be followed; the message names the file, the line and why. */
public final class SshConfigException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  public SshConfigException(String place, String why, String advice, @Nullable Throwable cause) {
    super(place + ": " + why, cause);
    this.advice = advice;
  }

  public SshConfigException(String place, String why, String advice) {
    this(place, why, advice, null);
  }

  /** What to do about it, as a clause. */
  public String advice() {
    return advice;
  }
}
