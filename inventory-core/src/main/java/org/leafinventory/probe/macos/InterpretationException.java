package org.leafinventory.probe.macos;

/**
 * A recording lacks what no inventory can be without: a usable host name, the architecture, the
 * number of cores, or the amount of memory. The message says which, and what was answered instead.
 */
public final class InterpretationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  InterpretationException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is missing, as a clause without a full stop. */
  public String reason() {
    return reason;
  }
}
