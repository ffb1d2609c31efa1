package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.store.Snapshot;
import org.leafinventory.store.StoreException;
import picocli.CommandLine.Option;

/** Where the files are. */
final class RootOption {

  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that holds inventory/, hosts/ and events/ (default: this folder).")
  private Path root = Path.of(".");

  Path path() {
    return root;
  }

  FileInventoryStore store() {
    return FileInventoryStore.at(root);
  }

  /** The latest inventory of {@code host}. */
  HardwareInventory latest(HostName host) {
    return store().latest(host).orElseThrow(() -> noInventory(host));
  }

  /** The snapshots of {@code host}, oldest first; at least one. */
  List<Snapshot> history(HostName host) {
    List<Snapshot> history = store().history(host);
    if (history.isEmpty()) {
      throw noInventory(host);
    }
    return history;
  }

  CliException noInventory(HostName host) {
    return new CliException(
        "No inventory found for "
            + host
            + " under "
            + root.resolve("inventory")
            + "; "
            + knownHosts()
            + runFirst());
  }

  /**
   * The latest inventories of {@code hosts}, or of all hosts if none is named; of those that cannot
   * be read {@code err} is told.
   */
  Legible readable(List<HostName> hosts, PrintWriter err) {
    List<HostName> wanted = hosts.isEmpty() ? hosts() : hosts;
    List<HardwareInventory> inventories = new ArrayList<>();
    for (HostName host : wanted) {
      try {
        inventories.add(latest(host));
      } catch (StoreException e) {
        err.println("leaf: skipped: " + e.getMessage());
      }
    }
    return new Legible(inventories, inventories.size() == wanted.size() ? 0 : 1);
  }

  /**
   * Those that could be read.
   *
   * @param status the exit status: 1 if some could not be read
   */
  record Legible(List<HardwareInventory> inventories, int status) {}

  /** All hosts that have an inventory; at least one. */
  List<HostName> hosts() {
    List<HostName> hosts = store().hosts();
    requireHosts(hosts, List.of());
    return hosts;
  }

  /** Fails where there is neither a host nor one that was skipped. */
  void requireHosts(List<?> hosts, List<?> skipped) {
    if (hosts.isEmpty() && skipped.isEmpty()) {
      throw new CliException(
          "No inventory found under " + root.resolve("inventory") + "; " + runFirst());
    }
  }

  private String runFirst() {
    return "run first: " + Leaf.COMMAND + " extract TARGET --root " + root;
  }

  private String knownHosts() {
    List<HostName> hosts = store().hosts();
    return hosts.isEmpty()
        ? ""
        : "there is: "
            + hosts.stream().limit(10).map(HostName::value).collect(Collectors.joining(", "))
            + Optional.of(hosts.size() - 10)
                .filter(more -> more > 0)
                .map(m -> " and " + m + " more")
                .orElse("")
            + "; ";
  }
}
