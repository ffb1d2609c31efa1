package org.example.consumer;

import java.nio.file.Path;
import org.leafinventory.collect.Target;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.filestore.FileInventoryStore;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.NixWriter;
import org.leafinventory.service.InventoryService;
import org.leafinventory.ssh.SshCollector;

public class AskAMac {
  public static void main(String[] args) {
    Path fleet = Path.of("fleet");
    InventoryService service = InventoryService.builder()
        .collector(SshCollector.withDefaults())       // your keys, your known_hosts
        .store(FileInventoryStore.at(fleet))          // fleet/inventory/HOST/hardware_TIME.json
        .exporter(NixWriter.at(fleet))                // fleet/inventory/HOST/hardware.nix
        .sink(JsonLinesEventLog.at(fleet))            // fleet/events/events.jsonl
        .build();
    HardwareInventory mac = service.extract(Target.parse(args[0])).inventory();
    System.out.println(mac.hostName() + ": " + mac.hardware().cpuCores() + " cores, "
        + mac.hardware().memoryGb() + " GB, " + mac.internalStorage());
  }
}
