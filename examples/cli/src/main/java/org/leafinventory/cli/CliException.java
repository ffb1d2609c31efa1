package org.leafinventory.cli;

/** Something the user can set right; the message is all there is to say. */
final class CliException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CliException(String message) {
    super(message);
  }
}
