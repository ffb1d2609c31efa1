package org.leafinventory.ssh;

import java.io.IOException;

/** The connection stands, but the command does not give what is wanted. */
final class CommandException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String advice;

  CommandException(String reason, String advice) {
    super(reason);
    this.reason = reason;
    this.advice = advice;
  }

  String reason() {
    return reason;
  }

  String advice() {
    return advice;
  }
}
