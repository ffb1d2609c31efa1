package org.leafinventory.cli;

import java.nio.file.Path;
import org.leafinventory.collect.Collector;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.service.InventoryService;

/** The service as the command line sets it up: everything below one folder. */
final class Workspace {

  private Workspace() {}

  static InventoryService service(Path root, Collector collector) {
    return InventoryService.builder()
        .collector(collector)
        .store(FileInventoryStore.at(root))
        .exporter(NixWriter.at(root))
        .sink(JsonLinesEventLog.at(root))
        .build();
  }
}
