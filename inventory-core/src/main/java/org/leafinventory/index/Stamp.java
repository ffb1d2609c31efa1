package org.leafinventory.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What tells that a file is still the one that was read: its time of change, its size and which
 * file it is. One system call.
 *
 * @param modifiedSecond when it was changed
 * @param modifiedNano the nanosecond of that second
 * @param size how long it is
 * @param identity a digest of what the file system calls it
 */
record Stamp(long modifiedSecond, int modifiedNano, long size, int identity) {

  /** How many bytes {@link #write} writes. */
  static final int BYTES = 24;

  /** There is no such file. */
  static final Stamp NONE = new Stamp(Long.MIN_VALUE, 0, -1, 0);

  /** Equals the stamp of no file: what it stands for is read anew each time. */
  static final Stamp UNTRUSTED = new Stamp(Long.MAX_VALUE, 0, -2, 0);

  /** The coarsest clock of a file system that is in use (FAT). */
  private static final Duration GRANULARITY = Duration.ofSeconds(2);

  /** The stamp of {@code file}, links followed; {@link #NONE} if it cannot be looked at. */
  static Stamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Instant modified = attributes.lastModifiedTime().toInstant();
      return new Stamp(
          modified.getEpochSecond(),
          modified.getNano(),
          attributes.size(),
          Objects.hashCode(attributes.fileKey()));
    } catch (IOException e) {
      return NONE;
    }
  }

  /**
   * This stamp if a change after {@code readAt} would give another, else {@link #UNTRUSTED}: a file
   * that was changed twice within one tick of the file system's clock has the same time both times.
   */
  Stamp trustedAt(Instant readAt) {
    boolean settled =
        equals(NONE)
            || Instant.ofEpochSecond(modifiedSecond, modifiedNano)
                .isBefore(readAt.minus(GRANULARITY));
    return settled ? this : UNTRUSTED;
  }

  void write(ByteBuffer out) {
    out.putLong(modifiedSecond).putInt(modifiedNano).putLong(size).putInt(identity);
  }

  static Stamp read(ByteBuffer in) {
    return new Stamp(in.getLong(), in.getInt(), in.getLong(), in.getInt());
  }
}
