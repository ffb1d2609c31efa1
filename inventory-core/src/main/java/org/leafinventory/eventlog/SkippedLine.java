package org.leafinventory.eventlog;

import java.nio.file.Path;

/**
 * A line of a log that is no event.
 *
 * @param file the log
 * @param number the number of the line, from 1
 * @param reason what is wrong with it, on one line
 */
public record SkippedLine(Path file, long number, String reason) {

  /** The place and the reason, for messages: {@code <file>: line <number>: <reason>}. */
  @Override
  public String toString() {
    return file + ": line " + number + ": " + reason;
  }
}
