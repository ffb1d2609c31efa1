package org.leafinventory.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.store.StoreException;

/** The folders of all hosts, and the index as far as there is one. */
final class Names implements Closeable {

  private final Optional<IndexFile> index;
  private final Stamp stamp;

  /** Sorted; empty where they are those of the index. */
  private final Optional<List<String>> names;

  private Names(Optional<IndexFile> index, Stamp stamp, Optional<List<String>> names) {
    this.index = index;
    this.stamp = stamp;
    this.names = names;
  }

  /** The names below {@code root}, with the index there if it may be used. */
  static Names list(Path root, boolean useIndex) {
    Path inventory = root.resolve("inventory");
    Optional<IndexFile> index =
        useIndex ? IndexFile.open(IndexWriter.fileIn(root)) : Optional.empty();
    Stamp stamp = Stamp.of(inventory);
    boolean same = index.isPresent() && index.get().inventory().equals(stamp);
    return new Names(index, stamp, same ? Optional.empty() : Optional.of(namesIn(inventory)));
  }

  /** The stamp of the folder, taken before the names were listed. */
  Stamp stamp() {
    return stamp;
  }

  /** All names in parts of about {@code size}, in order. */
  List<FleetPart> parts(int size) {
    List<FleetPart> parts = new ArrayList<>();
    if (names.isEmpty()) {
      index.ifPresent(
          file -> file.parts().forEach(part -> parts.add(known(file, part, Optional.empty()))));
      return parts;
    }
    List<String> all = names.get();
    int from = 0;
    List<IndexFile.Part> old = index.map(IndexFile::parts).orElse(List.of());
    for (int n = 0; n < old.size(); n++) {
      // What comes before the first part belongs to it.
      int to = n + 1 < old.size() ? firstAtOrAfter(all, old.get(n + 1).first()) : all.size();
      IndexFile file = index.orElseThrow();
      // Names that came since may have made it long; the head stays with what is known.
      int head = Math.min(to, from + 2 * size);
      parts.add(known(file, old.get(n), Optional.of(all.subList(from, head))));
      addNew(parts, all, head, to, size);
      from = to;
    }
    addNew(parts, all, from, all.size(), size);
    return parts;
  }

  private static void addNew(List<FleetPart> parts, List<String> all, int from, int to, int size) {
    for (int start = from; start < to; start += size) {
      List<String> names = all.subList(start, Math.min(to, start + size));
      parts.add(new FleetPart(Optional.empty(), Optional.of(names)));
    }
  }

  private static FleetPart known(
      IndexFile file, IndexFile.Part part, Optional<List<String>> names) {
    return new FleetPart(Optional.of(new FleetPart.Place(file, part)), names);
  }

  private static int firstAtOrAfter(List<String> sorted, String name) {
    int found = Collections.binarySearch(sorted, name);
    return found < 0 ? -found - 1 : found;
  }

  private static List<String> namesIn(Path inventory) {
    try {
      return list(inventory);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new StoreException(
          "cannot list the hosts in " + inventory + ": " + WholeFiles.explain(e), e);
    }
  }

  private static List<String> list(Path inventory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(inventory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (!name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
    return names;
  }

  @Override
  public void close() {
    try {
      if (index.isPresent()) {
        index.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
