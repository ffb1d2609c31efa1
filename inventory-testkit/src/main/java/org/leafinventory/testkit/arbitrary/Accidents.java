package org.leafinventory.testkit.arbitrary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.Volume;

/** Machines that broke a program once, each as small as it can be. */
final class Accidents {

  /** Nothing but what no inventory can be without. */
  private static final HardwareInventory BARE =
      HardwareInventory.builder()
          .systemInfo(
              SystemInfo.builder()
                  .hostname(HostName.of("mac"))
                  .architecture(Architecture.ARM64)
                  .build())
          .hardware(Hardware.builder().cpuCores(8).memoryBytes(ByteSize.ofGibibytes(16)).build())
          .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
          .build();

  private static final Disk DISK =
      Disk.builder().device("disk0").size(ByteSize.ofGigabytes(500)).internal(true).build();

  private Accidents() {}

  static HardwareInventory[] all() {
    return List.of(
            BARE,
            BARE.withHardware(of(1, ByteSize.ofBytes(1))),
            BARE.withHardware(of(1024, ByteSize.ofBytes(Long.MAX_VALUE))),
            threeKindsOfCores(),
            BARE.withMemoryModules(modules(128)),
            hostileNames(),
            emptyVolumes(),
            onlyDisksThatDoNotCount(),
            moreStorageThanFitsALong(),
            BARE.withSystemInfo(MacosRelease.of("99.9.9").on(BARE.systemInfo())),
            BARE.withIssues(Issue.of("disks", IssueKind.TIMED_OUT, "diskutil did not end in 20 s")))
        .toArray(HardwareInventory[]::new);
  }

  static HardwareInventory bare() {
    return BARE;
  }

  private static Hardware of(int cores, ByteSize memory) {
    return Hardware.builder().cpuCores(cores).memoryBytes(memory).build();
  }

  /** As the M5 Pro and Max have them. */
  private static HardwareInventory threeKindsOfCores() {
    List<CoreCluster> clusters =
        IntStream.range(0, 3)
            .mapToObj(
                level ->
                    CoreCluster.builder()
                        .name(List.of("Super", "Performance", "Efficiency").get(level))
                        .cores(6)
                        .build())
            .toList();
    Hardware hardware =
        Hardware.builder().from(of(18, ByteSize.ofGibibytes(64))).coreClusters(clusters).build();
    return BARE.withHardware(hardware);
  }

  /** VMware lists them all, filled or not. */
  private static List<MemoryModule> modules(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            slot -> MemoryModule.builder().slot("RAM slot #" + slot).size(ByteSize.ZERO).build())
        .toList();
  }

  private static HardwareInventory hostileNames() {
    String hostile = "Bob\u2019s \"Mac\"; ''${x} $(id)\n\u202e\u0007 \\";
    return BARE.withSystemInfo(
            BARE.systemInfo()
                .withHostname(HostName.of("A" + "_.-".repeat(20) + "Z"))
                .withComputerName(hostile)
                .withSerialNumber("0"))
        .withVolumes(Volume.builder().device("disk3s1").name(hostile).build())
        .withDisks(DISK.withModel(hostile));
  }

  private static HardwareInventory emptyVolumes() {
    Volume volume =
        Volume.builder().device("disk4s1").name("").size(ByteSize.ZERO).free(ByteSize.ZERO).build();
    return BARE.withVolumes(volume).withDisks(DISK.withSize(ByteSize.ZERO));
  }

  private static HardwareInventory onlyDisksThatDoNotCount() {
    return BARE.withDisks(
        DISK.withDevice("disk2").withInternal(false),
        DISK.withDevice("disk3").withVirtual(true),
        DISK.withDevice("disk4").withInternal(Optional.empty()));
  }

  private static HardwareInventory moreStorageThanFitsALong() {
    Disk huge = DISK.withSize(ByteSize.ofBytes(Long.MAX_VALUE));
    return BARE.withDisks(huge, huge.withDevice("disk1"));
  }
}
