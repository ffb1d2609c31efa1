package org.leafinventory.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes a stream apart into lines, none of them longer in memory than a limit. */
final class Lines {

  /**
   * One line.
   *
   * @param number counted from 1
   * @param text the line without its line feed; cut if {@code tooLong}
   * @param tooLong whether it is longer than the limit
   * @param ended whether it ends in a line feed
   */
  record Line(long number, String text, boolean tooLong, boolean ended) {}

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;

  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = start;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int room = limit - text.size();
      text.write(buffer, start, Math.min(stop - start, room));
      tooLong |= stop - start > room;
      ended = stop < end;
      start = ended ? stop + 1 : stop;
    }
    number++;
    return Optional.of(new Line(number, text.toString(StandardCharsets.UTF_8), tooLong, ended));
  }

  /** Whether there is something in the buffer. */
  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = Math.max(0, in.read(buffer));
    }
    return start < end;
  }
}
