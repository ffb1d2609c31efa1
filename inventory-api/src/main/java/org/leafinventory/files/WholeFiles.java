package org.leafinventory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
    makeDirectories(directoryOf(link));
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

  /**
   * Makes {@code directory} and the directories above it that are missing, each forced to disk in
   * the one above. A directory that is there is left as it is, also where its name is a symbolic
   * link to one.
   *
   * @throws NotDirectoryException if something else has the name of one of them
   * @throws IOException if one could not be made
   */
  public static void makeDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path absolute = directory.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null) {
      makeDirectories(parent);
    }
    try {
      Files.createDirectory(absolute);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(absolute)) {
        NotDirectoryException failure = new NotDirectoryException(absolute.toString());
        failure.initCause(e);
        throw failure;
      }
    }
    forceDirectory(absolute);
  }

  /**
   * Why a file could not be read or written and what to do about it, on one line, to follow the
   * name of the file in a message: {@code permission denied; …}.
   */
  public static String explain(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied; let this user read and write there or choose another directory";
    }
    if (e instanceof NotDirectoryException notDirectory) {
      return existing(Path.of(notDirectory.getFile()))
          + " is not a directory; move it away or choose another directory";
    }
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + " is gone; something else removed it, try again";
    }
    if (e instanceof ClosedByInterruptException || e instanceof FileLockInterruptionException) {
      return "the thread was interrupted; try again";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return (reason == null ? e.getClass().getSimpleName() : reason)
        + "; see that the disk is there, writable and not full";
  }

  /**
   * The part of {@code path} that is there: systems complain of the whole where a part is wrong.
   */
  private static Path existing(Path path) {
    Path parent = path.getParent();
    return parent == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? path
        : existing(parent);
  }

  private static Path writeTemporary(Path target, byte[] content) throws IOException {
    makeDirectories(directoryOf(target));
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
