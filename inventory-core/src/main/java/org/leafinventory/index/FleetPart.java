package org.leafinventory.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some folders whose names follow each other, and where the index holds what it knows of them.
 *
 * @param index the place in the index; empty if it knows nothing of them
 * @param names the names, sorted; empty if they are those of the index
 */
record FleetPart(Optional<Place> index, Optional<List<String>> names) {

  /** A group in an index. */
  record Place(IndexFile file, IndexFile.Part part) {

    Group group() {
      try {
        return file.group(part);
      } catch (IOException e) {
        throw new DamagedIndexException(e);
      }
    }
  }

  /**
   * With what the index says of them.
   *
   * @throws DamagedIndexException if the index cannot be read
   */
  Loaded load() {
    return new Loaded(this, index.map(Place::group));
  }

  /**
   * A part with what the index says of it.
   *
   * @param group empty if it says nothing
   */
  record Loaded(FleetPart part, Optional<Group> group) {

    /** Looks which hosts are as the index says. */
    Compared compare(Path root) {
      return part.compare(root, group);
    }
  }

  private Compared compare(Path root, Optional<Group> group) {
    Optional<Entries> entries = group.map(Group::entries);
    List<String> all = names.or(() -> entries.map(Entries::names)).orElse(List.of());
    // Where the names are those of the group, so are the rows.
    Map<String, Integer> known =
        names.isPresent() ? entries.map(FleetPart::rowsByName).orElse(Map.of()) : Map.of();
    Path inventory = HostReader.inventoryOf(root);
    int[] rows = new int[all.size()];
    for (int n = 0; n < rows.length; n++) {
      int row = names.isPresent() ? known.getOrDefault(all.get(n), -1) : n;
      boolean same =
          row >= 0
              && entries
                  .orElseThrow()
                  .hasStamp(row, Stamp.of(HostReader.latest(inventory, all.get(n))));
      rows[n] = same ? row : -1;
    }
    return new Compared(all, rows, group, index);
  }

  private static Map<String, Integer> rowsByName(Entries entries) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < entries.size(); row++) {
      rows.put(entries.name(row), row);
    }
    return rows;
  }

  /** Some folders, and which of them are as the index says. */
  static final class Compared {

    private final List<String> names;
    private final int[] rows;
    private final Optional<Group> old;
    private final Optional<Place> index;

    Compared(List<String> names, int[] rows, Optional<Group> old, Optional<Place> index) {
      this.names = names;
      this.rows = rows;
      this.old = old;
      this.index = index;
    }

    List<String> names() {
      return names;
    }

    /** The row of a name in {@link #old}; -1 if the host has to be read. */
    int row(int n) {
      return rows[n];
    }

    Optional<Group> old() {
      return old;
    }

    Optional<Place> index() {
      return index;
    }

    /** How many have to be read or are gone. */
    long changes() {
      long same = IntStream.of(rows).filter(row -> row >= 0).count();
      return names.size() - same + old.map(Group::size).orElse(0) - same;
    }

    /** The same folders, none of them known. */
    Compared unknown() {
      int[] none = IntStream.range(0, rows.length).map(n -> -1).toArray();
      return new Compared(names, none, Optional.empty(), Optional.empty());
    }
  }
}
