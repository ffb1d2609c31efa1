package org.leafinventory.index;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index on disk.
 *
 * <pre>{@code
 * MAGIC, the groups, the directory of groups, its offset, length and checksum, MAGIC
 * }</pre>
 *
 * <p>Nothing in it is believed without its checksum. Thread-safe.
 */
final class IndexFile implements Closeable {

  /** Says what the file is and in which version; another version is as good as no file. */
  static final long MAGIC = 0x4c45414649445831L;

  /** The offset, length and checksum of the directory, and the magic. */
  static final int TAIL = 2 * Long.BYTES + 2 * Integer.BYTES;

  private final FileChannel channel;
  private final Stamp inventory;
  private final List<Part> parts = new ArrayList<>();

  private IndexFile(FileChannel channel) throws IOException {
    this.channel = channel;
    long size = channel.size();
    if (size < Long.BYTES + TAIL || ByteBuffer.wrap(read(0, Long.BYTES)).getLong() != MAGIC) {
      throw new DamagedIndexException(null);
    }
    ByteBuffer tail = ByteBuffer.wrap(read(size - TAIL, TAIL));
    long offset = tail.getLong();
    int length = tail.getInt();
    int crc = tail.getInt();
    if (tail.getLong() != MAGIC || offset < 0 || length < 0 || offset + length > size - TAIL) {
      throw new DamagedIndexException(null);
    }
    ByteBuffer directory = ByteBuffer.wrap(checked(offset, length, crc));
    inventory = Stamp.read(directory);
    for (int n = directory.getInt(); n > 0; n--) {
      parts.add(Part.read(directory));
    }
  }

  /** The index in {@code file}; empty if there is none that can be used. */
  static Optional<IndexFile> open(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      return Optional.of(new IndexFile(channel));
    } catch (IOException | DamagedIndexException | BufferUnderflowException e) {
      closeQuietly(channel);
      return Optional.empty();
    }
  }

  /** The stamp that the folder of all hosts had when its names were listed. */
  Stamp inventory() {
    return inventory;
  }

  List<Part> parts() {
    return parts;
  }

  /**
   * The group of {@code part}.
   *
   * @throws DamagedIndexException if it is not what was written
   */
  Group group(Part part) throws IOException {
    byte[] header = checked(part.offset, part.headerLength, part.headerCrc);
    long columns = part.offset + part.headerLength;
    return new Group(header, (offset, length) -> read(columns + offset, length));
  }

  /** The bytes of {@code part}, to be copied. */
  GroupBuilder.Blob blob(Part part) throws IOException {
    return new GroupBuilder.Blob(read(part.offset, part.length), part.headerLength);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private byte[] checked(long offset, int length, int crc) throws IOException {
    byte[] bytes = read(offset, length);
    if (GroupBuilder.crc(bytes) != crc) {
      throw new DamagedIndexException(null);
    }
    return bytes;
  }

  private byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException("the index ends early");
      }
    }
    return bytes;
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was only read.
    }
  }

  /**
   * Where a group is.
   *
   * @param first the first name in it
   */
  record Part(long offset, int headerLength, int length, int headerCrc, String first) {

    void write(DataOutputStream out) throws IOException {
      out.writeLong(offset);
      out.writeInt(headerLength);
      out.writeInt(length);
      out.writeInt(headerCrc);
      byte[] name = first.getBytes(StandardCharsets.UTF_8);
      out.writeInt(name.length);
      out.write(name);
    }

    static Part read(ByteBuffer in) {
      long offset = in.getLong();
      int headerLength = in.getInt();
      int length = in.getInt();
      int crc = in.getInt();
      byte[] name = new byte[in.getInt()];
      in.get(name);
      return new Part(offset, headerLength, length, crc, new String(name, StandardCharsets.UTF_8));
    }
  }
}
