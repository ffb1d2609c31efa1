package org.leafinventory.nix.leaf;

import java.time.Instant;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.policy.Reason;
import org.leafinventory.policy.Tier;
import org.leafinventory.policy.Tuned;
import org.leafinventory.policy.TuningProfile;

/** The machines of the tests. */
final class Macs {

  static final Instant ASKED = Instant.parse("2026-01-24T12:00:00Z");

  static final HardwareInventory STUDIO = mac("mac-prod-01", Architecture.ARM64, 24, 192);

  static final HardwareInventory MINI = mac("mac-prod-02", Architecture.ARM64, 10, 32);

  static final HardwareInventory INTEL = mac("intel-01", Architecture.X86_64, 6, 16);

  static final TuningProfile HIGH =
      TuningProfile.builder()
          .maxConcurrency(tuned("high"))
          .maxConnections(tuned(10_000))
          .nixMaxJobs(tuned(16))
          .jetstreamMaxMemory(tuned(ByteSize.ofGibibytes(16)))
          .maxPending(tuned(ByteSize.ofGibibytes(2)))
          .memoryPressurePercent(tuned(90))
          .jetstreamMaxFile(tuned(ByteSize.ofGibibytes(500)))
          .backupRetentionDays(tuned(90))
          .prometheusRetentionDays(tuned(90))
          .build();

  private Macs() {}

  static HardwareInventory mac(String name, Architecture architecture, int cores, long memory) {
    return HardwareInventory.builder()
        .systemInfo(
            SystemInfo.builder()
                .hostname(HostName.of(name))
                .computerName("Mac of " + name)
                .model("Mac14,14")
                .serialNumber("C02" + name.length())
                .architecture(architecture)
                .kernel("24.6.0")
                .macosVersion("15.6.1")
                .macosBuild("24G90")
                .build())
        .hardware(
            Hardware.builder()
                .cpuType("Apple M2 Ultra")
                .cpuCores(cores)
                .memoryBytes(ByteSize.ofGibibytes(memory))
                .build())
        .addDisks(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(1_000_555_581_440L))
                .internal(true)
                .virtual(false)
                .build())
        .addNetworkInterfaces(NetworkInterface.builder().port("Ethernet").device("en0").build())
        .extractedAt(ASKED)
        .build();
  }

  static HardwareInventory withComputerName(HardwareInventory mac, String name) {
    return mac.withSystemInfo(
        SystemInfo.builder().from(mac.systemInfo()).computerName(name).build());
  }

  private static <T> Tuned<T> tuned(T value) {
    return new Tuned<>(value, new Reason("fact", "observed", "rule", Tier.HIGH, "test"));
  }
}
