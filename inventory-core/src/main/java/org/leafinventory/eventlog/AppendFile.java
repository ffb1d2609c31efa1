package org.leafinventory.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.leafinventory.event.EventSinkException;

/**
 * A file of lines, open for appending.
 *
 * <p>Lines stay whole even beside writers that take no lock, such as {@code >>} in a shell: the
 * system moves each write to the end of the file, and a line is one write.
 */
final class AppendFile implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofNanos(500_000);

  private final Path file;
  private final FileChannel out;
  private final FileChannel in;

  private AppendFile(Path file, FileChannel out, FileChannel in) {
    this.file = file;
    this.out = out;
    this.in = in;
  }

  /** Opens {@code file} in a directory that is there. */
  static AppendFile open(Path file) throws IOException {
    FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try {
      // Kept until the end: closing any channel of a file gives up its lock.
      return new AppendFile(file, out, FileChannel.open(file, StandardOpenOption.READ));
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  /**
   * Keeps other writers out until this is closed.
   *
   * <p>Asks again and again rather than waiting in the system: a system that watches for deadlocks
   * takes two programs that write two logs each for one, as it knows locks by process, not thread.
   *
   * @throws EventSinkException if another writer keeps them locked for longer than {@code patience}
   */
  void lock(Duration patience) throws IOException {
    long start = System.nanoTime();
    while (!tryLock()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new FileLockInterruptionException();
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new EventSinkException(
            file + " was locked for " + patience.toMillis() + " ms; end the program that holds it",
            null);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Appends {@code line}, which ends in a line feed, and forces it to disk. */
  void append(byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 + line.length);
    if (endsInTornLine()) {
      buffer.put((byte) '\n');
    }
    buffer.put(line).flip();
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
    out.force(true);
  }

  /** Gives up the lock. */
  @Override
  public void close() throws IOException {
    try (in) {
      out.close();
    }
  }

  private boolean tryLock() throws IOException {
    try {
      return out.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class, of another class loader, has it.
      return false;
    }
  }

  private boolean endsInTornLine() throws IOException {
    long size = in.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    return size > 0 && in.read(last, size - 1) == 1 && last.get(0) != '\n';
  }
}
