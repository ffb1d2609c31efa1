package org.leafinventory.fleet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leafinventory.files.WholeFiles;

/**
 * The open file of a run: locked, and appended to.
 *
 * <p>A {@link RandomAccessFile}, because the interrupt that cancels a run would close a channel in
 * the middle of a line; and the only one on its file, because closing another would give up the
 * lock.
 */
final class JournalFile implements AutoCloseable {

  private final Path path;
  private final RandomAccessFile file;

  private JournalFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens and locks the file.
   *
   * @throws RunJournalException if it cannot be, or it is locked
   */
  static JournalFile open(Path path) {
    try {
      JournalFile journal = new JournalFile(path, new RandomAccessFile(path.toFile(), "rw"));
      try {
        journal.lock();
        return journal;
      } catch (IOException | RuntimeException e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw new RunJournalException("cannot open " + path + ": " + WholeFiles.explain(e), e);
    }
  }

  /**
   * What is in the file.
   *
   * @throws RunJournalException if it cannot be read, or is no journal
   */
  static JournaledRun read(Path path) {
    try {
      return JournalLines.read(path, Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RunJournalException("cannot read " + path + ": " + WholeFiles.explain(e), e);
    }
  }

  /** What is in the file. */
  JournaledRun read() {
    try {
      byte[] content = new byte[Math.toIntExact(file.length())];
      file.seek(0);
      file.readFully(content);
      return JournalLines.read(path, new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RunJournalException("cannot read " + path + ": " + WholeFiles.explain(e), e);
    }
  }

  /** Appends lines and forces them to disk. What a crash left of a line is ended first. */
  void append(String lines) throws IOException {
    long end = file.length();
    file.seek(end - 1);
    String text = file.read() == '\n' ? lines : "\n" + lines;
    file.seek(end);
    file.write(text.getBytes(StandardCharsets.UTF_8));
    file.getFD().sync();
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void lock() throws IOException {
    boolean locked;
    try {
      locked = file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    }
    if (!locked) {
      throw new RunJournalException(
          "the run of " + path + " still goes on; wait until it ends, or end it", null);
    }
  }
}
