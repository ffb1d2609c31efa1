package org.leafinventory.api.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Map;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.Battery;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.InterfaceType;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Medium;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Power;
import org.leafinventory.model.Security;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.SystemProfiler;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;
import org.leafinventory.model.UsbDevice;
import org.leafinventory.model.Volume;

/** An inventory with every value of the model set, so that its JSON has every key. */
final class CompleteInventory {

  private CompleteInventory() {}

  static HardwareInventory build() {
    return peripherals(storage(HardwareInventory.builder()))
        .systemInfo(systemInfo())
        .hardware(hardware())
        .addIssues(Issue.of("displays", IssueKind.TIMED_OUT, "no answer within 20 s"))
        .systemProfiler(
            SystemProfiler.of(
                Map.of(
                    "SPHardwareDataType",
                    JsonNodeFactory.instance.arrayNode().addObject().put("chip_type", "M2"))))
        .extractedAt(Instant.parse("2026-01-24T12:00:00Z"))
        .build();
  }

  private static SystemInfo systemInfo() {
    return SystemInfo.builder()
        .hostname(HostName.of("studio-1"))
        .computerName("Anna’s \"Studio\"")
        .model("Mac14,14")
        .serialNumber("ABCDEFGHIJ")
        .architecture(Architecture.ARM64)
        .kernel("24.6.0")
        .macosVersion("15.6.1")
        .macosBuild("24G90")
        .macosVersionExtra("(a)")
        .modelName("Mac Studio")
        .modelNumber("Z180000AEBZ/A")
        .hardwareUuid("00000000-0000-1000-8000-0123456789AB")
        .virtualMachine(false)
        .bootTime(Instant.parse("2026-01-20T06:30:00Z"))
        .firmwareVersion("11881.140.96")
        .osLoaderVersion("11881.140.96")
        .rosettaInstalled(true)
        .build();
  }

  private static Hardware hardware() {
    return Hardware.builder()
        .cpuType("Apple M2 Ultra")
        .cpuCores(24)
        .cpuThreads(24)
        .cpuPackages(1)
        .cpuFrequencyHz(3_490_000_000L)
        .memoryBytes(ByteSize.ofGibibytes(64))
        .addCoreClusters(
            CoreCluster.builder().name("Performance").cores(16).threads(16).build(),
            CoreCluster.builder().name("Efficiency").cores(8).threads(8).build())
        .addGpus(
            Gpu.builder()
                .model("Apple M2 Ultra")
                .cores(60)
                .vramBytes(ByteSize.ofGibibytes(8))
                .metal("Metal 3")
                .vendor("Apple")
                .build())
        .neuralEngineCores(32)
        .build();
  }

  private static HardwareInventory.Builder storage(HardwareInventory.Builder builder) {
    return builder
        .addDisks(
            Disk.builder()
                .device("disk0")
                .size(ByteSize.ofBytes(1_000_555_581_440L))
                .content("GUID_partition_scheme")
                .internal(true)
                .protocol("Apple Fabric")
                .model("APPLE SSD AP1024Z")
                .medium(Medium.SSD)
                .removable(false)
                .virtual(false)
                .smartStatus("Verified")
                .serialNumber("0BA0180E4045C5E3")
                .firmwareVersion("561.100.")
                .trimEnabled(true)
                .build())
        .addVolumes(
            Volume.builder()
                .device("disk3s5")
                .name("Data")
                .mountPoint("/System/Volumes/Data")
                .fileSystem("APFS")
                .size(ByteSize.ofBytes(994_662_584_320L))
                .free(ByteSize.ofBytes(500_000_000_000L))
                .encrypted(true)
                .filevault(true)
                .locked(false)
                .writable(true)
                .addRoles("Data")
                .container("disk3")
                .used(ByteSize.ofBytes(400_000_000_000L))
                .uuid("6B66F471-BAD0-40FF-BC86-D2EBEC4EDB06")
                .build())
        .addMemoryModules(
            MemoryModule.builder()
                .slot("BANK 0/ChannelA-DIMM0")
                .size(ByteSize.ofGibibytes(64))
                .type("LPDDR5")
                .speed("6400 MHz")
                .manufacturer("Micron")
                .partNumber("0x384154463247363448")
                .serialNumber("0x1EAF0001")
                .build());
  }

  private static HardwareInventory.Builder peripherals(HardwareInventory.Builder builder) {
    return builder
        .addNetworkInterfaces(
            NetworkInterface.builder()
                .port("Ethernet")
                .device("en0")
                .macAddress("00:00:5e:00:53:01")
                .addAddresses("192.0.2.10", "2001:db8::10")
                .active(true)
                .linkSpeedMbps(10_000)
                .mtu(1500)
                .type(InterfaceType.ETHERNET)
                .defaultRoute(true)
                .build())
        .addDisplays(
            Display.builder()
                .name("Studio Display")
                .widthPixels(5120)
                .heightPixels(2880)
                .refreshRateHz(59.95)
                .builtIn(false)
                .main(true)
                .vendorId("0x610")
                .productId("0xae3a")
                .serialNumber("CX5NTQ0S1NV5")
                .build())
        .power(
            Power.builder()
                .acConnected(true)
                .battery(battery())
                .upsInstalled(false)
                .chargerWatts(96)
                .build())
        .security(
            Security.builder()
                .sipEnabled(true)
                .filevaultEnabled(true)
                .activationLockEnabled(false)
                .secureBoot("Full Security")
                .securityChip("Apple T2 Security Chip")
                .mdmEnrolled(true)
                .mdmUserApproved(true)
                .automatedEnrollment(false)
                .gatekeeperEnabled(true)
                .build())
        .addThunderbolt(
            ThunderboltBus.builder()
                .name("thunderboltusb4_bus_3")
                .speed("Up to 40 Gb/s")
                .addDevices(
                    ThunderboltDevice.builder()
                        .name("Dock")
                        .vendor("Example Inc.")
                        .speed("40 Gb/s")
                        .mode("usb_four")
                        .build())
                .build())
        .addUsb(
            UsbDevice.builder()
                .name("Keyboard")
                .vendor("Example Inc.")
                .vendorId("0x05ac")
                .productId("0x8104")
                .speed("Up to 12 Mb/s")
                .serialNumber("KB0001")
                .builtIn(false)
                .build());
  }

  private static Battery battery() {
    return Battery.builder()
        .chargePercent(80)
        .charging(true)
        .cycleCount(12)
        .condition("Normal")
        .maximumCapacityPercent(98)
        .fullyCharged(false)
        .serialNumber("F5DLF0BATT01")
        .build();
  }
}
