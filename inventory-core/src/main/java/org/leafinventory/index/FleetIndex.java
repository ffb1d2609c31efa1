package org.leafinventory.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.store.StoreException;

/**
 * The latest inventories of all hosts below a root, read fast: on all processors, without the raw
 * sections, and from a cache where nothing has changed.
 *
 * <p>The latest inventory of a host is what its {@code latest.json} leads to; where there is none,
 * the store's. What cannot be used is skipped and told. The answers come in the order of the names.
 *
 * <p>The cache is {@code <root>/.leaf-cache/}, which keeps itself out of git; it is written for
 * fleets for which it pays, and may be deleted at any time. It never changes an answer: of each
 * host the file is looked at each time (which file it is, its size, its time of change), and what
 * is not as it was is read again. As in git, a file that was changed within two seconds before it
 * was read, or later, is not trusted to be told by its time. A file that is changed in place with
 * its size kept and its old time put back is not noticed. A cache that is damaged, of another
 * version or cannot be written costs time alone. Any number of processes may use the same root.
 *
 * <p>Memory is bounded whatever the number of hosts, but for what the caller keeps. Thread-safe.
 *
 * @see FileInventoryStore
 */
public final class FleetIndex {

  /** Below this many hosts, reading them all takes no longer than starting a program. */
  private static final int HOSTS_FOR_A_CACHE = 500;

  private static final int GROUP = 1024;

  private final Path root;
  private final int hostsForCache;
  private final int group;

  /** Keeps an index from so many hosts on, in groups of so many. */
  FleetIndex(Path root, int hostsForCache, int group) {
    this.root = root;
    this.hostsForCache = hostsForCache;
    this.group = group;
  }

  /** The hosts below {@code root}, as {@link FileInventoryStore} keeps them. */
  public static FleetIndex at(Path root) {
    return new FleetIndex(root, HOSTS_FOR_A_CACHE, GROUP);
  }

  /**
   * Hands over the brief of each host: its inventory with the facts by which hosts are listed and
   * selected, and no others. They are host name, model, architecture, macOS version and build,
   * whether it is virtual; processor, cores, threads, memory; the disks that count as storage
   * (device and size); the issues; the time.
   *
   * @return the hosts that were skipped
   * @throws StoreException if the hosts cannot be listed
   */
  public List<SkippedHost> briefs(Consumer<? super HardwareInventory> each) {
    return new FleetRun<>(root, hostsForCache, group, brief -> true, Briefly.INSTANCE)
        .run((brief, nothing) -> each.accept(brief));
  }

  /**
   * Puts a question to the document of each host that {@code which} selects by its brief: to the
   * JSON of its latest file as it stands there.
   *
   * <p>The question must depend on the document alone and must not change it. It is asked from
   * several threads at once, and once for all hosts whose documents are the same wherever it looks.
   * The tree that it gets reads each part when it is looked at, and is valid during the call alone,
   * but for parts that were taken out of it.
   *
   * @return the hosts that were skipped
   * @throws StoreException if the hosts cannot be listed
   */
  public <R> List<SkippedHost> ask(
      Predicate<? super HardwareInventory> which,
      Function<? super JsonNode, ? extends R> question,
      BiConsumer<? super HardwareInventory, ? super R> each) {
    return new FleetRun<R>(root, hostsForCache, group, which, question::apply).run(each);
  }

  /** Asks nothing. */
  private enum Briefly implements Function<JsonNode, Boolean> {
    INSTANCE;

    @Override
    public Boolean apply(JsonNode document) {
      return true;
    }
  }
}
