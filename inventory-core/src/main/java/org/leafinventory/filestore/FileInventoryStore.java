package org.leafinventory.filestore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;

/**
 * Keeps inventories as JSON files, one folder per host, fit for version control:
 *
 * <pre>{@code
 * <root>/inventory/<hostname>/hardware_<yyyyMMdd_HHmmss>.json    a snapshot, never changed again
 *                             latest.json                        a link to the newest snapshot
 * }</pre>
 *
 * <p>The time in a name is {@link HardwareInventory#extractedAt()} in UTC. Further snapshots of the
 * same second are {@code hardware_<yyyyMMdd_HHmmss>_2.json}, {@code …_3.json} and so on; their
 * {@linkplain Snapshot#id() ids} end in that number, which counts as a number, not as text. Other
 * files in the folders are left alone. Files of the shell scripts are read; a {@code latest.json}
 * that they left as a file of its own is kept as a snapshot before a link takes its place.
 *
 * <p>Instances hold no state: any number of threads, instances and processes may use the same root
 * at the same time without locks, and lose nothing. Files are on disk, and whole, when {@link
 * #save} returns. What counts as the latest is the newest snapshot, also at a moment when another
 * process has yet to bring the link up to date. Where the file system has no symbolic links, {@code
 * latest.json} is a copy; where it has no hard links either, two processes that save the same host
 * in the same second may clash.
 */
public final class FileInventoryStore implements InventoryStore {

  private final Path inventory;
  private final HostFolder.Linker linker;

  FileInventoryStore(Path root, HostFolder.Linker linker) {
    this.inventory = root.toAbsolutePath().resolve("inventory");
    this.linker = linker;
  }

  /** The store in the directory {@code root}, which need not exist before the first save. */
  public static FileInventoryStore at(Path root) {
    return new FileInventoryStore(root, WholeFiles::link);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException {@inheritDoc}; if it was kept and only {@code latest.json} could not be
   *     brought up to date, the message begins with {@code saved}
   * @throws IllegalArgumentException if the inventory's year does not have four digits
   */
  @Override
  public Snapshot save(HardwareInventory inventory) {
    HostName host = inventory.hostName();
    HostFolder folder = folder(host);
    SnapshotName first = SnapshotName.first(inventory.extractedAt());
    SnapshotName name;
    try {
      name = folder.add(first, InventoryJson.write(inventory).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure("cannot save " + folder.file(first), e);
    }
    try {
      adoptLooseLatest(host, folder);
      folder.pointLatestAtNewest();
    } catch (StoreException e) {
      throw new StoreException("saved " + folder.file(name) + ", but " + e.getMessage(), e);
    } catch (IOException e) {
      throw failure("saved " + folder.file(name) + ", but cannot update " + folder.latest(), e);
    }
    return snapshot(host, folder, name);
  }

  @Override
  public Optional<HardwareInventory> latest(HostName host) {
    HostFolder folder = folder(host);
    try {
      // In this order: what is loose now may be a snapshot with a link a moment later.
      Optional<Path> looseFile = folder.looseLatest();
      Optional<HardwareInventory> loose =
          looseFile.isPresent() ? Optional.of(read(looseFile.get(), host)) : Optional.empty();
      Optional<SnapshotName> newest = folder.newest();
      boolean looseIsLater =
          loose.isPresent()
              && (newest.isEmpty() || loose.get().extractedAt().isAfter(newest.get().takenAt()));
      return looseIsLater ? loose : newest.map(name -> load(snapshot(host, folder, name)));
    } catch (IOException e) {
      throw failure("cannot read " + folder.latest(), e);
    }
  }

  @Override
  public List<Snapshot> history(HostName host) {
    HostFolder folder = folder(host);
    try {
      return folder.snapshots().stream().map(name -> snapshot(host, folder, name)).toList();
    } catch (IOException e) {
      throw failure("cannot list " + folder.directory(), e);
    }
  }

  @Override
  public HardwareInventory load(Snapshot snapshot) {
    HostFolder folder = folder(snapshot.host());
    Path file =
        SnapshotName.parseId(snapshot.id())
            .map(folder::file)
            .orElseThrow(
                () ->
                    new StoreException(
                        snapshot + " is not of this store; load it from the one that listed it",
                        null));
    try {
      return read(file, snapshot.host());
    } catch (NoSuchFileException e) {
      throw new StoreException(
          file + " is gone; bring it back from version control or list the history again", e);
    } catch (IOException e) {
      throw failure("cannot read " + file, e);
    }
  }

  @Override
  public List<HostName> hosts() {
    try {
      List<HostName> hosts = new ArrayList<>();
      for (String name : HostFolder.namesIn(inventory)) {
        Optional<HostName> host = HostName.tryParse(name);
        if (host.isPresent()
            && Files.isDirectory(inventory.resolve(name))
            && folder(host.get()).isInUse()) {
          hosts.add(host.get());
        }
      }
      return hosts.stream().sorted().toList();
    } catch (IOException e) {
      throw failure("cannot list the hosts in " + inventory, e);
    }
  }

  /**
   * What {@link #prune} would delete of {@code hosts}: the snapshots that {@code retention} does
   * not keep, and temporary files that killed processes left there. A host whose latest snapshot
   * cannot be read keeps all, as an older one may be the last that is good.
   *
   * @param leftoversBefore temporary files that were written later may be in use and stay
   * @throws StoreException if the store cannot be read
   */
  public PrunePlan planPruning(List<HostName> hosts, Retention retention, Instant leftoversBefore) {
    List<Snapshot> snapshots = new ArrayList<>();
    List<Path> leftovers = new ArrayList<>();
    SortedMap<HostName, String> spared = new TreeMap<>();
    for (HostName host : hosts) {
      HostFolder folder = folder(host);
      try {
        leftovers.addAll(WholeFiles.leftovers(folder.directory(), leftoversBefore));
      } catch (IOException e) {
        throw failure("cannot list " + folder.directory(), e);
      }
      List<Snapshot> excess = retention.excess(history(host));
      Optional<String> trouble = excess.isEmpty() ? Optional.empty() : troubleWithLatest(host);
      trouble.ifPresent(reason -> spared.put(host, reason));
      if (trouble.isEmpty()) {
        snapshots.addAll(excess);
      }
    }
    return new PrunePlan(snapshots, leftovers, spared);
  }

  private Optional<String> troubleWithLatest(HostName host) {
    try {
      latest(host);
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Deletes what {@code plan} holds. What is gone already is no failure; the latest snapshot of a
   * host is never deleted.
   *
   * @param plan made by {@link #planPruning} of this store
   * @throws StoreException if a file cannot be deleted; those before it are gone
   */
  public void prune(PrunePlan plan) {
    for (Snapshot snapshot : plan.snapshots()) {
      HostFolder folder = folder(snapshot.host());
      SnapshotName name =
          SnapshotName.parseId(snapshot.id())
              .orElseThrow(() -> new StoreException(snapshot + " is not of this store", null));
      delete(() -> folder.delete(name), folder.file(name));
    }
    for (Path leftover : plan.leftovers()) {
      delete(() -> Files.deleteIfExists(leftover), leftover);
    }
  }

  /** Something that deletes a file. */
  @FunctionalInterface
  private interface Deletion {
    void run() throws IOException;
  }

  private static void delete(Deletion deletion, Path file) {
    try {
      deletion.run();
    } catch (IOException e) {
      throw failure("cannot delete " + file, e);
    }
  }

  /** Where the inventories are, for messages. */
  @Override
  public String toString() {
    return "FileInventoryStore[" + inventory + "]";
  }

  private HostFolder folder(HostName host) {
    return new HostFolder(inventory.resolve(host.value()), linker);
  }

  private void adoptLooseLatest(HostName host, HostFolder folder) throws IOException {
    Optional<Path> loose = folder.looseLatest();
    if (loose.isPresent()) {
      byte[] json = Files.readAllBytes(loose.get());
      folder.adopt(parse(json, loose.get(), host).extractedAt(), json);
    }
  }

  private static Snapshot snapshot(HostName host, HostFolder folder, SnapshotName name) {
    return new Snapshot(host, name.takenAt(), name.id(), Optional.of(folder.file(name)));
  }

  private static HardwareInventory read(Path file, HostName host) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // Reading a pipe would wait for ever.
      throw new StoreException(file + " is not a file; move it away", null);
    }
    return parse(Files.readAllBytes(file), file, host);
  }

  private static HardwareInventory parse(byte[] json, Path file, HostName host) {
    HardwareInventory inventory;
    try {
      inventory = InventoryJson.read(json, file.toString());
    } catch (JsonFormatException e) {
      throw new StoreException(
          e.getMessage() + "; bring the file back from version control or move it away", e);
    }
    // On a Mac's disk, names that differ in case alone are one folder.
    if (!inventory.hostName().value().equalsIgnoreCase(host.value())) {
      throw new StoreException(
          file
              + ": is of the host "
              + inventory.hostName()
              + ", but lies in the folder of "
              + host
              + "; move it to the folder of its own host",
          null);
    }
    return inventory;
  }

  private static StoreException failure(String what, IOException e) {
    return new StoreException(what + ": " + WholeFiles.explain(e), e);
  }
}
