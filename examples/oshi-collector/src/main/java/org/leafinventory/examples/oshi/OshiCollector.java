package org.leafinventory.examples.oshi;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.Volume;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSFileStore;

/**
 * A collector of one's own: the machine it stands on, a Mac or not, through OSHI; the target is
 * {@code oshi:local}.
 *
 * <p>Immutable and thread-safe: each collection asks anew.
 */
public final class OshiCollector implements Collector {

  /** The scheme of targets that this collector can ask. */
  public static final String SCHEME = "oshi";

  private final Clock clock;

  /** A collector that takes the time from {@code clock}. */
  public OshiCollector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public HardwareInventory collect(Target target) {
    requireOurs(target);
    requireNotCancelled(target);
    oshi.SystemInfo machine = new oshi.SystemInfo();
    HardwareInventory inventory =
        HardwareInventory.builder()
            .extractedAt(clock.instant().truncatedTo(ChronoUnit.SECONDS))
            .systemInfo(system(machine, target))
            .hardware(hardware(machine.getHardware()))
            .disks(disks(machine.getHardware()))
            .volumes(volumes(machine.getOperatingSystem().getFileSystem().getFileStores()))
            .networkInterfaces(interfaces(machine.getHardware()))
            .build();
    requireNotCancelled(target);
    return inventory;
  }

  private static SystemInfo system(oshi.SystemInfo machine, Target target) {
    String name = machine.getOperatingSystem().getNetworkParams().getHostName();
    String label = name.replaceFirst("\\..*", "");
    return SystemInfo.builder()
        .hostname(HostName.tryParse(label).orElseThrow(() -> unusable(target, "host name", name)))
        .architecture(architecture(target))
        .model(told(machine.getHardware().getComputerSystem().getModel()))
        .serialNumber(told(machine.getHardware().getComputerSystem().getSerialNumber()))
        .hardwareUuid(told(machine.getHardware().getComputerSystem().getHardwareUUID()))
        .build();
  }

  private static Architecture architecture(Target target) {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "aarch64" -> Architecture.ARM64;
      case "amd64", "x86_64" -> Architecture.X86_64;
      default -> throw unusable(target, "architecture", name);
    };
  }

  private static Hardware hardware(HardwareAbstractionLayer machine) {
    CentralProcessor processor = machine.getProcessor();
    return Hardware.builder()
        .cpuType(told(processor.getProcessorIdentifier().getName()))
        .cpuCores(processor.getPhysicalProcessorCount())
        .cpuThreads(processor.getLogicalProcessorCount())
        .memoryBytes(ByteSize.ofBytes(machine.getMemory().getTotal()))
        .build();
  }

  private static List<Disk> disks(HardwareAbstractionLayer machine) {
    return machine.getDiskStores().stream()
        .filter(disk -> disk.getSize() > 0)
        .map(OshiCollector::disk)
        .toList();
  }

  private static Disk disk(HWDiskStore disk) {
    return Disk.builder()
        .device(disk.getName().replaceFirst("^/dev/", ""))
        .size(ByteSize.ofBytes(disk.getSize()))
        .model(told(disk.getModel()))
        .build();
  }

  private static List<Volume> volumes(List<OSFileStore> stores) {
    return stores.stream()
        .map(
            store ->
                Volume.builder()
                    .device(store.getVolume())
                    .name(told(store.getLabel()))
                    .mountPoint(told(store.getMount()))
                    .fileSystem(told(store.getType()))
                    .size(ByteSize.ofBytes(Math.max(0, store.getTotalSpace())))
                    .free(ByteSize.ofBytes(Math.max(0, store.getUsableSpace())))
                    .build())
        .toList();
  }

  private static List<NetworkInterface> interfaces(HardwareAbstractionLayer machine) {
    return machine.getNetworkIFs().stream().map(OshiCollector::networkInterface).toList();
  }

  private static NetworkInterface networkInterface(NetworkIF card) {
    return NetworkInterface.builder()
        .device(card.getName())
        .macAddress(told(card.getMacaddr()))
        .addresses(Stream.of(card.getIPv4addr(), card.getIPv6addr()).flatMap(Stream::of).toList())
        .active(card.getIfOperStatus() == NetworkIF.IfOperStatus.UP)
        .build();
  }

  /** OSHI says {@code unknown} where it does not know; the model has nothing there. */
  private static Optional<String> told(String text) {
    return Optional.of(text.strip())
        .filter(it -> !it.isEmpty() && !it.toLowerCase(Locale.ROOT).contains("unknown"));
  }

  private static void requireOurs(Target target) {
    boolean isLocal = target.address().equals("local") || target.address().isEmpty();
    if (!target.scheme().equals(SCHEME) || !isLocal) {
      throw new CollectionException(
          target,
          FailureKind.UNSUPPORTED,
          "this collector asks the machine it stands on and no other",
          "write oshi:local, or use the collector of the scheme");
    }
  }

  private static void requireNotCancelled(Target target) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CollectionException(
          target, FailureKind.CANCELLED, "the run was cancelled", "run it again");
    }
  }

  private static CollectionException unusable(Target target, String what, String told) {
    return new CollectionException(
        target,
        FailureKind.PARSE,
        "the " + what + " cannot be used: " + Printable.quote(told),
        "give the machine another one");
  }
}
