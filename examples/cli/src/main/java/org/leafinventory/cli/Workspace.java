package org.leafinventory.cli;

import java.nio.file.Path;
import org.leafinventory.collect.Collector;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.nix.HostOptions;
import org.leafinventory.nix.HostWriter;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.service.InventoryService;

/** The service as the command line sets it up: everything below one folder. */
final class Workspace {

  private Workspace() {}

  /** A service that writes configurations; it asks no machine. */
  static InventoryService generator(Path root, HostOptions options) {
    return InventoryService.builder()
        .collector(
            target -> {
              throw new IllegalStateException("no machine is asked here: " + target);
            })
        .store(FileInventoryStore.at(root))
        .generator(HostWriter.at(root).with(options))
        .sink(JsonLinesEventLog.at(root))
        .build();
  }

  static InventoryService service(Path root, Collector collector) {
    return InventoryService.builder()
        .collector(collector)
        .store(FileInventoryStore.at(root))
        .exporter(NixWriter.at(root))
        .sink(JsonLinesEventLog.at(root))
        .build();
  }
}
