package org.leafinventory.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Takes a log apart into chunks, none of them longer in memory than a limit. For one thread. */
final class ChunkReader {

  /** Room for an event that carries a whole inventory with its raw sections. */
  static final int LIMIT = 16 << 20;

  private static final int CHUNK = 1 << 19;

  private final FileChannel in;
  private final int size;
  private final int limit;
  private final Deque<byte[]> spare = new ArrayDeque<>();
  private byte[] carried = new byte[0];
  private long offset;

  /** Reads {@code in} from its position on, which is where a piece begins. */
  ChunkReader(FileChannel in) throws IOException {
    this(in, CHUNK, LIMIT);
  }

  /** Reads chunks of {@code size} bytes or more, up to {@code limit}. */
  ChunkReader(FileChannel in, int size, int limit) throws IOException {
    this.in = in;
    this.size = size;
    this.limit = limit;
    this.offset = in.position();
  }

  /**
   * The next chunk of pieces that are settled, as another follows them; empty if only {@link #rest}
   * remains.
   */
  Optional<Chunk> next() throws IOException {
    byte[] bytes = room();
    System.arraycopy(carried, 0, bytes, 0, carried.length);
    int length = carried.length;
    while (true) {
      length += fill(bytes, length);
      int end = Chunk.pieceStart(bytes, length - 1);
      if (end > 0 || length < bytes.length) {
        return chunk(bytes, end, length);
      }
      if (length >= limit) {
        return passOver(bytes, length);
      }
      bytes = Arrays.copyOf(bytes, Math.min(limit, bytes.length * 4));
    }
  }

  /** Takes back a chunk that nobody looks at any more: new memory costs more than reading does. */
  void giveBack(Chunk chunk) {
    if (chunk.bytes().length == size) {
      spare.push(chunk.bytes());
    }
  }

  private byte[] room() {
    return spare.isEmpty() || carried.length > size
        ? new byte[Math.max(size, carried.length)]
        : spare.pop();
  }

  /** The last piece, as far as it was there at the end of the log; writers may go on with it. */
  Chunk rest() {
    return new Chunk(carried, carried.length, offset);
  }

  /** Hands out all before {@code end}, keeps the rest. */
  private Optional<Chunk> chunk(byte[] bytes, int end, int length) {
    carried = Arrays.copyOfRange(bytes, end, length);
    if (end == 0) {
      return Optional.empty();
    }
    Chunk chunk = new Chunk(bytes, end, offset);
    offset += end;
    return Optional.of(chunk);
  }

  private Optional<Chunk> passOver(byte[] bytes, int length) throws IOException {
    Chunk tooLong = Chunk.tooLong(offset);
    byte last = bytes[length - 1];
    while (true) {
      offset += length;
      // One byte of what was passed over, as a piece begins after a line feed.
      bytes[0] = last;
      length = fill(bytes, 1);
      int start = length == 0 ? 1 : firstStart(bytes, 1 + length);
      if (length == 0 || start <= length) {
        carried = Arrays.copyOfRange(bytes, start, 1 + length);
        offset += start - 1;
        return Optional.of(tooLong);
      }
      last = bytes[length];
    }
  }

  private static int firstStart(byte[] bytes, int length) {
    int at = 1;
    while (at < length && !(bytes[at - 1] == '\n' && bytes[at] == '{')) {
      at++;
    }
    return at;
  }

  /** Fills {@code bytes} from {@code from} on, unless the log ends before. */
  private int fill(byte[] bytes, int from) throws IOException {
    ByteBuffer room = ByteBuffer.wrap(bytes, from, bytes.length - from);
    while (room.hasRemaining() && in.read(room) >= 0) {
      // A read may give less than there is.
    }
    return room.position() - from;
  }
}
