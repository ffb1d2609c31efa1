package org.leafinventory.standard;

import org.leafinventory.model.ByteSize;

/** Amounts in words that say exactly what was compared: no rounding across a threshold. */
final class Amounts {

  private static final long TERABYTE = 1_000_000_000_000L;
  private static final long GIGABYTE = 1_000_000_000L;

  private Amounts() {}

  static String cores(int cores) {
    return cores == 1 ? "1 core" : cores + " cores";
  }

  /** Memory, in binary units: {@code 64 GiB}, otherwise in bytes. */
  static String memory(ByteSize size) {
    long gibibytes = size.wholeGibibytes();
    boolean whole = gibibytes > 0 && ByteSize.ofGibibytes(gibibytes).equals(size);
    return whole ? gibibytes + " GiB" : size.bytes() + " bytes";
  }

  /** Storage, in decimal units as disks are sold: {@code 500 GB}, otherwise in bytes. */
  static String storage(ByteSize size) {
    long bytes = size.bytes();
    if (bytes > 0 && bytes % TERABYTE == 0) {
      return bytes / TERABYTE + " TB";
    }
    return bytes > 0 && bytes % GIGABYTE == 0 ? bytes / GIGABYTE + " GB" : bytes + " bytes";
  }
}
