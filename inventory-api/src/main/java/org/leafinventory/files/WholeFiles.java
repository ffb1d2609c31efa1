package org.leafinventory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes files that appear whole or not at all, also when the process is killed or the machine
 * loses power: a temporary file beside the target, forced to disk, then moved there in one step,
 * then the directory forced to disk. Missing directories are made.
 *
 * <p>Thread-safe, and safe between processes: each call has a temporary name of its own, which
 * begins with a dot and ends in {@code .tmp}. A process that is killed may leave one behind; {@link
 * #leftovers} finds them.
 */
public final class WholeFiles {

  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.tmp");

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
    } catch (IOException | RuntimeException e) {
      discard(temporary, e);
      throw e;
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
    } catch (IOException | RuntimeException e) {
      discard(temporary, e);
      throw e;
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
    } catch (IOException | RuntimeException e) {
      discard(temporary, e);
      throw e;
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
   * The temporary files in {@code directory} that processes left there which were killed at work:
   * those that were last written before {@code before}, as younger ones may be in use. They are no
   * part of what is kept and may be deleted.
   *
   * @param before long enough ago that whoever wrote them has ended; an hour is plenty
   * @throws IOException if the directory cannot be listed; one that is not there holds none
   */
  public static List<Path> leftovers(Path directory, Instant before) throws IOException {
    List<Path> leftovers = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (TEMPORARY.matcher(String.valueOf(entry.getFileName())).matches()
            && lastWritten(entry).isBefore(before)) {
          leftovers.add(entry);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    leftovers.sort(null);
    return leftovers;
  }

  private static Instant lastWritten(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (NoSuchFileException e) {
      // Its writer has just done with it.
      return Instant.MAX;
    }
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
      discard(temporary, e);
      throw e;
    }
    return temporary;
  }

  /** What cannot be cleaned up must not hide why there is something to clean up. */
  private static void discard(Path temporary, Exception failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
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
      return;
    }
    try {
      Files.delete(temporary);
    } catch (IOException e) {
      // The file is there; the second name for it is for leftovers() to find.
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
