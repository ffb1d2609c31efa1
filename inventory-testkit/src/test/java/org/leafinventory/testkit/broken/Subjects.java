package org.leafinventory.testkit.broken;

import java.time.Instant;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** Small inventories. */
final class Subjects {

  private Subjects() {}

  static HardwareInventory mac(String host) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(host))
                .architecture(Architecture.ARM64)
                .build())
        .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }
}
