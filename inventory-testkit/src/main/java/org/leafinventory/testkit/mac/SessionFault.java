package org.leafinventory.testkit.mac;

/** A fault of the SSH server or the login shell. */
record SessionFault(Kind kind, int bytes) implements Fault {

  enum Kind {
    NOISY_SHELL,
    NOISY_LOGOUT,
    REFUSE_AUTHENTICATION,
    REFUSE_SESSION,
    HANG_BEFORE_OUTPUT,
    ENDLESS_OUTPUT,
    DROP_CONNECTION
  }
}
