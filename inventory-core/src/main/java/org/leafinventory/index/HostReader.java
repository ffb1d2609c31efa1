package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.json.JsonFormatException;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.StoreException;

/** Reads the latest inventory of one host after the other. Not thread-safe. */
final class HostReader {

  private final Path inventory;
  private final FileInventoryStore store;
  private final Instant startedAt;
  private final DocumentSplitter fast = new DocumentSplitter(false);
  private final DocumentSplitter thorough = new DocumentSplitter(true);
  private final Checker checker = new Checker();
  private final Templates templates = new Templates(checker);
  private byte[] buffer = new byte[1 << 16];

  /** A reader; what is changed after {@code startedAt} is not trusted to be told by its stamp. */
  HostReader(Path root, Instant startedAt) {
    this.inventory = inventoryOf(root);
    this.store = FileInventoryStore.at(root);
    this.startedAt = startedAt;
  }

  static Path inventoryOf(Path root) {
    return root.resolve("inventory");
  }

  static Path latest(Path inventory, String folder) {
    // Of two steps each would copy the path and look at every character of it.
    return inventory.resolve(folder + "/latest.json");
  }

  /** Adds what is in {@code folder} to {@code group}. */
  void read(String folder, GroupBuilder group) {
    Path latest = latest(inventory, folder);
    Stamp now = Stamp.of(latest);
    Stamp stamp = now.trustedAt(startedAt);
    HostName host = HostName.tryParse(folder).orElse(null);
    if (host == null) {
      group.add(
          now.equals(Stamp.NONE)
              ? Entry.empty(folder, stamp)
              : Entry.unusable(folder, stamp, foreignFolder(folder)));
      return;
    }
    if (now.equals(Stamp.NONE)) {
      readFromStore(host, Stamp.NONE, group);
      return;
    }
    try {
      int size = fill(latest, now.size());
      if (!templates.add(host, stamp, buffer, size, group)
          && !addFast(host, stamp, size, group)
          && !addThoroughly(host, stamp, size, group)) {
        readFromStore(host, stamp, group);
      }
    } catch (IOException e) {
      readFromStore(host, stamp, group);
    }
  }

  /** The raw sections of a host, from its file. */
  static @Nullable JsonNode rawSections(Path root, String folder) throws IOException {
    Path latest = latest(inventoryOf(root), folder);
    if (Files.exists(latest)) {
      return Keys.parse(Files.readAllBytes(latest)).get(Column.RAW_SECTION);
    }
    return FileInventoryStore.at(root)
        .latest(HostName.of(folder))
        .map(inventory -> InventoryJson.toTree(inventory).get(Column.RAW_SECTION))
        .orElse(null);
  }

  /** Leaves it to the store, which knows what to say of what is not as it should be. */
  private void readFromStore(HostName host, Stamp stamp, GroupBuilder group) {
    String folder = host.value();
    if (!Files.isDirectory(inventory.resolve(folder))) {
      group.add(Entry.empty(folder, stamp));
      return;
    }
    try {
      Optional<HardwareInventory> latest = store.latest(host);
      if (latest.isPresent()) {
        byte[] json = Keys.write(withoutRaw(InventoryJson.toTree(latest.get())));
        if (!add(host, Stamp.UNTRUSTED, thorough, json, json.length, group)) {
          throw new IllegalStateException("what was just written cannot be read: " + folder);
        }
      } else {
        group.add(Entry.empty(folder, Stamp.UNTRUSTED));
      }
    } catch (StoreException e) {
      // Without latest.json there is no telling when that changes.
      Stamp told = stamp.equals(Stamp.NONE) ? Stamp.UNTRUSTED : stamp;
      group.add(Entry.unusable(folder, told, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new IllegalStateException("an inventory can always be written", e);
    }
  }

  private boolean addFast(HostName host, Stamp stamp, int size, GroupBuilder group) {
    boolean added = add(host, stamp, fast, buffer, size, group);
    if (added) {
      templates.learn(buffer, size, fast);
    }
    return added;
  }

  /** Reads with a real parser what the splitter would not vouch for. */
  private boolean addThoroughly(HostName host, Stamp stamp, int size, GroupBuilder group) {
    try {
      byte[] all = Arrays.copyOf(buffer, size);
      InventoryJson.read(all, "latest.json");
      byte[] json = Keys.write(withoutRaw(Keys.parse(all)));
      return add(host, stamp, thorough, json, json.length, group);
    } catch (JsonFormatException | IOException e) {
      return false;
    }
  }

  /** Keeps the key, so that it is known where it stood. */
  private static JsonNode withoutRaw(JsonNode tree) {
    if (tree instanceof ObjectNode object && object.has(Column.RAW_SECTION)) {
      object.putObject(Column.RAW_SECTION);
    }
    return tree;
  }

  private boolean add(
      HostName host,
      Stamp stamp,
      DocumentSplitter splitter,
      byte[] text,
      int size,
      GroupBuilder group) {
    if (!splitter.split(text, size) || !checker.accepts(splitter, host)) {
      return false;
    }
    group.add(
        new Entry(host.value(), stamp, Entry.State.KNOWN, checker.extractedAt(), 0, ""),
        checker.brief());
    for (int n = 0; n < splitter.count(); n++) {
      group.put(splitter.column(n), splitter.bytes(n), splitter.from(n), splitter.to(n));
    }
    return true;
  }

  /** Reads the file to its end, which is mostly where its stamp says. */
  private int fill(Path file, long expected) throws IOException {
    if (expected >= buffer.length) {
      buffer = new byte[Math.toIntExact(expected + expected / 4)];
    }
    try (FileInputStream in = new FileInputStream(file.toString())) {
      int size = in.readNBytes(buffer, 0, (int) expected);
      int read;
      while ((read = in.read(buffer, size, Math.min(1024, buffer.length - size))) > 0) {
        size += read;
        if (size == buffer.length) {
          buffer = Arrays.copyOf(buffer, Math.multiplyExact(size, 2));
        }
      }
      return size;
    }
  }

  private String foreignFolder(String folder) {
    return inventory.resolve(folder)
        + ": is no host name; move the folder away or give it the name of its host";
  }
}
