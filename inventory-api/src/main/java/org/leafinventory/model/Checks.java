package org.leafinventory.model;

/** Argument checks that several values share. */
final class Checks {

  private Checks() {}

  static void notNegative(String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " cannot be negative: " + value);
    }
  }

  static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1: " + value);
    }
  }
}
