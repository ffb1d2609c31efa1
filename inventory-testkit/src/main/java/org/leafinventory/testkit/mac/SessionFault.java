package org.leafinventory.testkit.mac;

/** A fault of the SSH server or the login shell. */
record SessionFault(Kind kind, int bytes) implements Fault {

  enum Kind {
    NOISY_SHELL,
    REFUSE_AUTHENTICATION,
    HANG_BEFORE_OUTPUT,
    ENDLESS_OUTPUT,
    DROP_CONNECTION
  }
}
