package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes new host keys to a known_hosts file: one line in one write at its end, as {@code ssh}
 * does, so that its other lines are never in danger.
 *
 * <p>A lock file beside it keeps two of us from writing the same line. The known_hosts file itself
 * would not do: a process loses its lock on a file when any of its threads closes that file.
 */
final class KnownHostsRecorder {

  private static final Set<OpenOption> APPEND =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 2;
  private static final int SALT_BYTES = 20;

  /** File locks are the process's: its threads take turns here. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final HostKeySetup setup;
  private final Path file;

  KnownHostsRecorder(HostKeySetup setup) {
    this.setup = setup;
    this.file = setup.userFiles().get(0);
  }

  /**
   * Writes the key, unless the files know the host by now.
   *
   * @return what the files say of the host in the end
   * @throws IOException if it could not be written
   */
  KnownHosts.Verdict record(SshKey key) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Such as /dev/null, which forgets what it is told.
      return new KnownHosts.Verdict(KnownHosts.Standing.KNOWN, key, List.of());
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      if (!TURN.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy();
      }
      try {
        makeFolder();
        return recordAlone(key, end);
      } finally {
        TURN.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private KnownHosts.Verdict recordAlone(SshKey key, long end)
      throws IOException, InterruptedException {
    Path lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
    try (FileChannel channel = FileChannel.open(lockFile, APPEND, onlyForOwner("rw-------"))) {
      FileLock lock = channel.tryLock();
      while (lock == null) {
        if (System.nanoTime() > end) {
          throw busy();
        }
        Thread.sleep(PAUSE_MILLIS);
        lock = channel.tryLock();
      }
      KnownHosts.Verdict now = verdict(key);
      if (now.standing() != KnownHosts.Standing.UNKNOWN) {
        return now;
      }
      append(key);
      return verdict(key);
    }
  }

  private IOException busy() {
    return new IOException("another program keeps it locked");
  }

  private void append(SshKey key) throws IOException {
    String line = name() + " " + key.type() + " " + key.base64() + "\n";
    try (FileChannel channel = FileChannel.open(file, APPEND, onlyForOwner("rw-------"))) {
      ByteBuffer bytes =
          ByteBuffer.wrap(((endsInTornLine() ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private String name() {
    if (!setup.hashed()) {
      return setup.name().exact();
    }
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return KnownHostsLine.hashed(setup.name().exact(), salt);
  }

  private KnownHosts.Verdict verdict(SshKey key) {
    return KnownHosts.read(setup.files()).verdict(setup.name(), key);
  }

  private void makeFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.notExists(folder)) {
      Files.createDirectories(folder, onlyForOwner("rwx------"));
    }
  }

  private FileAttribute<?>[] onlyForOwner(String rights) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private boolean endsInTornLine() throws IOException {
    byte[] all = Files.readAllBytes(file);
    return all.length > 0 && all[all.length - 1] != '\n';
  }
}
