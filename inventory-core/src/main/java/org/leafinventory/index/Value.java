package org.leafinventory.index;

import java.util.Arrays;

/** What stands in a column for a host, compared by its bytes. */
final class Value {

  /** Nothing stands there. */
  static final Value ABSENT = new Value(new byte[0]);

  private final byte[] bytes;
  private final int hash;

  Value(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Bytes.hash(bytes, 0, bytes.length);
  }

  boolean isAbsent() {
    return bytes.length == 0;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Value that && hash == that.hash && Arrays.equals(bytes, that.bytes));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
