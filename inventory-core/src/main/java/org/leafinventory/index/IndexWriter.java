package org.leafinventory.index;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes an index beside the old one and puts it in its place when it is whole. As it is only a
 * cache, it is not forced to disk, and whatever fails is let go. Not thread-safe.
 */
final class IndexWriter implements Closeable {

  private static final String FOLDER = ".leaf-cache";
  private static final String TEMPORARY = ".tmp";
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path target;
  private final Path temporary;
  private final FileChannel out;
  private final Instant startedAt;
  private final List<IndexFile.Part> parts = new ArrayList<>();
  private long position;

  private IndexWriter(Path target) throws IOException {
    this.target = target;
    Path folder = target.resolveSibling("");
    Files.createDirectories(folder);
    Path ignore = folder.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.writeString(ignore, "# A cache: may be deleted at any time.\n*\n");
    }
    temporary = folder.resolve(UUID.randomUUID() + TEMPORARY);
    out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    write(ByteBuffer.allocate(Long.BYTES).putLong(IndexFile.MAGIC).flip());
    startedAt = Files.getLastModifiedTime(temporary).toInstant();
    removeAbandoned(folder);
  }

  static Path fileIn(Path root) {
    return root.resolve(FOLDER).resolve("fleet.index");
  }

  /** A writer; empty where nothing can be written. */
  static Optional<IndexWriter> begin(Path root) {
    try {
      return Optional.of(new IndexWriter(fileIn(root)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** When this began, by the clock of the file system. */
  Instant startedAt() {
    return startedAt;
  }

  void add(GroupBuilder.Blob blob, String first) throws IOException {
    byte[] header = blob.header();
    parts.add(
        new IndexFile.Part(
            position, header.length, blob.bytes().length, GroupBuilder.crc(header), first));
    write(ByteBuffer.wrap(blob.bytes()));
  }

  /** Puts the index in place. */
  void finish(Stamp inventory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream directory = new DataOutputStream(bytes)) {
      ByteBuffer stamp = ByteBuffer.allocate(Stamp.BYTES);
      inventory.trustedAt(startedAt).write(stamp);
      directory.write(stamp.array());
      directory.writeInt(parts.size());
      for (IndexFile.Part part : parts) {
        part.write(directory);
      }
    }
    byte[] directory = bytes.toByteArray();
    ByteBuffer tail = ByteBuffer.allocate(IndexFile.TAIL);
    tail.putLong(position).putInt(directory.length).putInt(GroupBuilder.crc(directory));
    tail.putLong(IndexFile.MAGIC);
    write(ByteBuffer.wrap(directory));
    write(tail.flip());
    out.close();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(temporary);
  }

  private void write(ByteBuffer bytes) throws IOException {
    position += bytes.remaining();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** What processes that were killed have left. */
  private void removeAbandoned(Path folder) throws IOException {
    Instant old = startedAt.minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
