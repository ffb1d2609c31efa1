package org.leafinventory.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Tells whether a log still begins with the same bytes, all of them. The CRC-32C of a part takes a
 * hundredth of the time that reading its events takes. Immutable and thread-safe.
 *
 * @param parts the parts, one after the other from the beginning of the log
 */
record LogDigest(List<Part> parts) {

  static final LogDigest EMPTY = new LogDigest(List.of());

  /**
   * A part of a log.
   *
   * @param length its length in bytes, 1 or more
   * @param crc the CRC-32C of its bytes
   */
  record Part(long length, long crc) {}

  LogDigest {
    parts = List.copyOf(parts);
  }

  /** How many bytes of the log this is of. */
  long length() {
    return parts.stream().mapToLong(Part::length).sum();
  }

  /** This digest with a further part of {@code log}, which ends at {@code end}. */
  LogDigest until(FileChannel log, long end) throws IOException {
    long start = length();
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(end - start, crc(log, start, end)));
    return new LogDigest(more);
  }

  /** Whether {@code log} begins with the bytes that this is of. */
  boolean isOf(FileChannel log) throws IOException {
    if (log.size() < length()) {
      return false;
    }
    long start = 0;
    for (Part part : parts) {
      if (part.length() < 1 || crc(log, start, start + part.length()) != part.crc()) {
        return false;
      }
      start += part.length();
    }
    return true;
  }

  private static long crc(FileChannel log, long start, long end) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    long at = start;
    while (at < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      int read = log.read(buffer, at);
      if (read < 0) {
        break;
      }
      crc.update(buffer.flip());
      at += read;
    }
    return crc.getValue();
  }
}
