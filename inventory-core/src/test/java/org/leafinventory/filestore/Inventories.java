package org.leafinventory.filestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** Inventories to save, and what the scripts left behind. */
final class Inventories {

  static final HostName HOST = HostName.of("studio-1");
  static final Instant NOON = Instant.parse("2026-01-24T12:00:00Z");

  private Inventories() {}

  static HardwareInventory at(Instant extractedAt) {
    return of(HOST, extractedAt);
  }

  static HardwareInventory of(HostName host, Instant extractedAt) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(host)
                .computerName("Mac Studio von Jürgen 🖥")
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(24).memoryBytes(ByteSize.ofGibibytes(64)).build())
        .extractedAt(extractedAt)
        .build();
  }

  static HardwareInventory named(String computerName, Instant extractedAt) {
    HardwareInventory inventory = at(extractedAt);
    return inventory.withSystemInfo(inventory.systemInfo().withComputerName(computerName));
  }

  /** What {@code extract_inventory.sh} wrote: no {@code schema_version}. */
  static String ofTheScripts(HostName host, Instant extractedAt) {
    return """
        {
          "system_info": {"hostname": "%s", "architecture": "arm64", "model": "unknown"},
          "hardware": {"cpu_type": "Apple M2 Ultra", "cpu_cores": 24, "memory_gb": 64},
          "disks": [],
          "network_interfaces": [],
          "extracted_at": "%s"
        }
        """
        .formatted(host, extractedAt);
  }

  static Path folder(Path root) throws IOException {
    return Files.createDirectories(root.resolve("inventory").resolve(HOST.value()));
  }
}
