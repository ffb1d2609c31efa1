package org.leafinventory.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Counts the lines before a place in a file, when someone wants to know: something is broken there.
 * For one thread.
 */
final class LineNumbers {

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private long counted;
  private long number = 1;

  LineNumbers(FileChannel file) {
    this.file = file;
  }

  /** The number of the line at {@code offset}, from 1; offsets come in ascending order. */
  long at(long offset) throws IOException {
    while (counted < offset) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), offset - counted));
      int read = file.read(buffer, counted);
      if (read <= 0) {
        return number;
      }
      for (int i = 0; i < read; i++) {
        if (buffer.get(i) == '\n') {
          number++;
        }
      }
      counted += read;
    }
    return number;
  }
}
