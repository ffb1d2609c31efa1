package org.leafinventory.standard;

import java.time.Instant;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.SystemInfo;

/** Small inventories for the policy tests. */
final class Macs {

  static final HardwareInventory MAC =
      HardwareInventory.builder()
          .systemInfo(
              SystemInfo.builder()
                  .hostname(HostName.of("studio"))
                  .architecture(Architecture.ARM64)
                  .build())
          .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(32)).build())
          .addDisks(internal(500_000_000_000L))
          .extractedAt(Instant.EPOCH)
          .build();

  private Macs() {}

  static HardwareInventory withCores(int cores) {
    return MAC.withHardware(Hardware.builder().from(MAC.hardware()).cpuCores(cores).build());
  }

  static HardwareInventory withMemory(ByteSize memory) {
    return MAC.withHardware(Hardware.builder().from(MAC.hardware()).memoryBytes(memory).build());
  }

  static HardwareInventory withDisks(Disk... disks) {
    return MAC.withDisks(disks);
  }

  static Disk internal(long bytes) {
    return Disk.builder()
        .device("disk0")
        .size(ByteSize.ofBytes(bytes))
        .internal(true)
        .virtual(false)
        .build();
  }
}
