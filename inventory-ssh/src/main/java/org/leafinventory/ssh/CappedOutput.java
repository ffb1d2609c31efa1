package org.leafinventory.ssh;

import java.io.ByteArrayOutputStream;
import org.leafinventory.model.ByteSize;
import org.leafinventory.probe.Bytes;

/** Collects one stream up to a cap; what is beyond is dropped, and known to be. */
final class CappedOutput extends ByteArrayOutputStream {

  private final String name;
  private final ByteSize cap;
  private boolean full;

  CappedOutput(String name, ByteSize cap) {
    this.name = name;
    this.cap = cap;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    int room = (int) Math.min(length, cap.bytes() - count);
    full |= room < length;
    super.write(bytes, offset, room);
  }

  /** Whether something had to be dropped. */
  synchronized boolean isFull() {
    return full;
  }

  /** {@code stdout}, {@code stderr}. */
  String name() {
    return name;
  }

  ByteSize cap() {
    return cap;
  }

  synchronized Bytes bytes() {
    return Bytes.of(buf, 0, count);
  }
}
