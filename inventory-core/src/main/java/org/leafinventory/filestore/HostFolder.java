package org.leafinventory.filestore;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leafinventory.files.WholeFiles;

/** The folder of one host: its snapshots, and which of them {@code latest.json} is. */
final class HostFolder {

  /** Makes a link, as {@link WholeFiles#link} does. */
  @FunctionalInterface
  interface Linker {
    void link(Path link, Path destination) throws IOException;
  }

  private final Path directory;
  private final Path latest;
  private final Linker linker;

  HostFolder(Path directory, Linker linker) {
    this.directory = directory;
    this.latest = directory.resolve("latest.json");
    this.linker = linker;
  }

  /** The names of what is in {@code directory}; empty if there is no such directory. */
  static List<String> namesIn(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  Path directory() {
    return directory;
  }

  Path latest() {
    return latest;
  }

  Path file(SnapshotName name) {
    return directory.resolve(name.fileName());
  }

  /** The snapshots, oldest first. */
  List<SnapshotName> snapshots() throws IOException {
    return namesIn(directory).stream()
        .map(SnapshotName::parse)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  Optional<SnapshotName> newest() throws IOException {
    List<SnapshotName> all = snapshots();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether an inventory of this host is here. */
  boolean isInUse() throws IOException {
    return Files.exists(latest) || newest().isPresent();
  }

  /** Writes a snapshot under the next free name of its second. */
  SnapshotName add(SnapshotName first, byte[] json) throws IOException {
    SnapshotName name =
        snapshots().stream()
            .filter(other -> other.takenAt().equals(first.takenAt()))
            .reduce((one, later) -> later)
            .map(SnapshotName::next)
            .orElse(first);
    while (!create(name, json)) {
      name = name.next();
    }
    return name;
  }

  /** Makes sure that some snapshot of the second of {@code takenAt} is {@code json}. */
  void adopt(Instant takenAt, byte[] json) throws IOException {
    SnapshotName name = SnapshotName.first(takenAt);
    while (!holds(name, json) && !create(name, json)) {
      // Whoever took the name in between may have adopted the same file.
      if (!holds(name, json)) {
        name = name.next();
      }
    }
  }

  /**
   * A {@code latest.json} that is something else than a link to a snapshot in this folder: the
   * scripts' trees have it as a file, and file systems without symbolic links have a copy.
   */
  Optional<Path> looseLatest() throws IOException {
    boolean link =
        Files.isSymbolicLink(latest)
            && SnapshotName.parse(Files.readSymbolicLink(latest).toString()).isPresent();
    return link || !Files.exists(latest) ? Optional.empty() : Optional.of(latest);
  }

  /**
   * Makes {@code latest.json} the newest snapshot.
   *
   * <p>No lock is needed: whoever swaps looks again afterwards, so the last one to swap has seen
   * every snapshot that was there before, and those that come later have a swap of their own.
   */
  void pointLatestAtNewest() throws IOException {
    Optional<SnapshotName> newest = newest();
    Optional<SnapshotName> pointedAt = Optional.empty();
    while (newest.isPresent() && !newest.equals(pointedAt)) {
      pointLatestAt(newest.get());
      pointedAt = newest;
      newest = newest();
    }
  }

  /** Deletes a snapshot, unless it is the newest. */
  void delete(SnapshotName name) throws IOException {
    if (newest().filter(name::equals).isEmpty()) {
      Files.deleteIfExists(file(name));
    }
  }

  private void pointLatestAt(SnapshotName name) throws IOException {
    Path destination = directory.getFileSystem().getPath(name.fileName());
    if (Files.isSymbolicLink(latest) && Files.readSymbolicLink(latest).equals(destination)) {
      return;
    }
    try {
      linker.link(latest, destination);
    } catch (UnsupportedOperationException | FileSystemException e) {
      copyToLatest(name, e);
    }
  }

  /** For file systems without symbolic links, such as exFAT. */
  private void copyToLatest(SnapshotName name, Exception linkFailure) throws IOException {
    try {
      WholeFiles.replace(latest, Files.readAllBytes(file(name)));
    } catch (IOException e) {
      e.addSuppressed(linkFailure);
      throw e;
    }
  }

  private boolean create(SnapshotName name, byte[] json) throws IOException {
    try {
      WholeFiles.create(file(name), json);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private boolean holds(SnapshotName name, byte[] json) throws IOException {
    try {
      return Arrays.equals(Files.readAllBytes(file(name)), json);
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
