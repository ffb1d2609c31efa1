package org.leafinventory.eventlog;

/**
 * A part of a log that holds whole pieces.
 *
 * <p>A piece begins where a line begins with <code>{</code>, or at the beginning of the log, and
 * ends where the next one begins. So one is found from any place in the log, whatever stands before
 * it: what a crash cut short ends where the next event begins.
 */
final class Chunk {

  private static final byte LINE_FEED = '\n';

  private final byte[] bytes;
  private final int length;
  private final long offset;
  private final boolean tooLong;
  private final ByteSearch lines;

  /** The first {@code length} bytes, which begin at {@code offset} in the log. */
  Chunk(byte[] bytes, int length, long offset) {
    this(bytes, length, offset, false);
  }

  private Chunk(byte[] bytes, int length, long offset, boolean tooLong) {
    this.bytes = bytes;
    this.length = length;
    this.offset = offset;
    this.tooLong = tooLong;
    this.lines = new ByteSearch(bytes, length);
  }

  /** Stands for a piece that is too long to be held. */
  static Chunk tooLong(long offset) {
    return new Chunk(new byte[0], 0, offset, true);
  }

  /** Holds the part from its beginning on. */
  byte[] bytes() {
    return bytes;
  }

  /** How many of the bytes belong to it. */
  int length() {
    return length;
  }

  /** Where in the log it begins. */
  long offset() {
    return offset;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** Where the piece that holds the byte at {@code at} begins. */
  int pieceStart(int at) {
    return pieceStart(bytes, at);
  }

  /** Where the piece that holds the byte at {@code at} ends. */
  int pieceEnd(int at) {
    for (int line = lines.indexOf(LINE_FEED, at) + 1;
        line < length;
        line = lines.indexOf(LINE_FEED, line) + 1) {
      if (bytes[line] == '{') {
        return line;
      }
    }
    return length;
  }

  /** Where the last piece that begins at {@code at} or before begins; 0 if none does. */
  static int pieceStart(byte[] bytes, int at) {
    for (int i = at; i > 0; i--) {
      if (bytes[i] == '{' && bytes[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }
}
