package org.leafinventory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that appear whole or not at all, also when the process is killed or the machine
 * loses power: a temporary file beside the target, forced to disk, then moved there in one step,
 * then the directory forced to disk. Missing directories are made.
 *
 * <p>Thread-safe, and safe between processes: each call has a temporary name of its own, which
 * begins with a dot and ends in {@code .tmp}.
 */
public final class WholeFiles {

  private WholeFiles() {}

  /**
   * Writes {@code content} to {@code target}, in place of what is there.
   *
   * @throws IOException if it could not be written; {@code target} is then as it was
   */
  public static void replace(Path target, byte[] content) throws IOException {
    Path temporary = writeTemporary(target, content);
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(target);
  }

  /**
   * Writes {@code content} to {@code target} unless something is there.
   *
   * @throws FileAlreadyExistsException if something is there; it is left alone
   * @throws IOException if it could not be written
   */
  public static void create(Path target, byte[] content) throws IOException {
    Path temporary = writeTemporary(target, content);
    try {
      moveWithoutReplacing(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(target);
  }

  /**
   * Makes {@code link} a symbolic link to {@code destination}, in place of what is there.
   *
   * @param destination what the link says, relative to its own directory
   * @throws IOException if it could not be made; {@code link} is then as it was
   */
  public static void link(Path link, Path destination) throws IOException {
    Files.createDirectories(directoryOf(link));
    Path temporary = temporaryBeside(link);
    Files.createSymbolicLink(temporary, destination);
    try {
      Files.move(
          temporary, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(link);
  }

  private static Path writeTemporary(Path target, byte[] content) throws IOException {
    Files.createDirectories(directoryOf(target));
    Path temporary = temporaryBeside(target);
    try (FileChannel out =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    return temporary;
  }

  /** A hard link fails where the name is taken, in one step; a rename would replace silently. */
  private static void moveWithoutReplacing(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // File systems without hard links, such as exFAT.
      Files.move(temporary, target);
    }
  }

  private static Path temporaryBeside(Path target) {
    return directoryOf(target)
        .resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static Path directoryOf(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(target + " is not the path of a file");
    }
    return parent;
  }

  private static void forceDirectory(Path file) throws IOException {
    try (FileChannel directory = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
