package org.leafinventory.standard;

import org.leafinventory.model.ByteSize;

/** Argument checks that several values share. */
final class Checks {

  private Checks() {}

  static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1: " + value);
    }
  }

  static void moreThanNothing(String what, ByteSize value) {
    if (value.equals(ByteSize.ZERO)) {
      throw new IllegalArgumentException(what + " must be more than 0 bytes");
    }
  }
}
