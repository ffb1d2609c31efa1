package org.leafinventory.model;

/** Argument checks that several values share. */
final class Checks {

  private Checks() {}

  static void notNegative(String what, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " cannot be negative: " + value);
    }
  }

  static void percent(String what, int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(what + " must be from 0 to 100: " + value);
    }
  }

  static void positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be a number above 0: " + value);
    }
  }

  static void atLeastOne(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1: " + value);
    }
  }
}
