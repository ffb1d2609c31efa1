package org.leafinventory.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leafinventory.model.Battery;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Display;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.Printable;
import org.leafinventory.model.Security;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.model.Volume;

/** Facts of an inventory in words for people: one line each, safe on a terminal. */
final class Facts {

  private static final String UNTOLD = "-";

  private Facts() {}

  static String text(Optional<String> value) {
    return value.map(Printable::line).orElse(UNTOLD);
  }

  /** {@code Mac Studio (Mac14,14)}. */
  static String model(SystemInfo system) {
    Optional<String> name = system.modelName();
    return name.isPresent()
        ? text(name) + system.model().map(id -> " (" + Printable.line(id) + ")").orElse("")
        : text(system.model());
  }

  /** {@code Apple M2 Ultra, 24 cores (16 Performance + 8 Efficiency)}. */
  static String cpu(Hardware hardware) {
    return hardware.cpuType().map(type -> Printable.line(type) + ", ").orElse("")
        + cores(hardware)
        + clusters(hardware);
  }

  static String cores(Hardware hardware) {
    int threads = hardware.cpuThreads().orElse(hardware.cpuCores());
    return hardware.cpuCores()
        + (hardware.cpuCores() == 1 ? " core" : " cores")
        + (threads == hardware.cpuCores() ? "" : ", " + threads + " threads");
  }

  private static String clusters(Hardware hardware) {
    List<CoreCluster> clusters = hardware.coreClusters();
    return clusters.size() < 2
        ? ""
        : clusters.stream()
            .map(it -> it.cores() + it.name().map(name -> " " + Printable.line(name)).orElse(""))
            .collect(Collectors.joining(" + ", " (", ")"));
  }

  static String memory(Hardware hardware) {
    return hardware.memoryGb() + " GB";
  }

  /** {@code disk0: 2.0 TB internal SSD, Apple Fabric, APPLE SSD AP2048Z}. */
  static String disk(Disk disk) {
    List<String> parts = new ArrayList<>();
    String place = disk.internal().map(internal -> internal ? " internal" : " external").orElse("");
    String medium = disk.medium().map(it -> " " + it.name()).orElse(" disk");
    parts.add(disk.size() + place + medium);
    disk.protocol().map(Printable::line).ifPresent(parts::add);
    disk.model().map(Printable::line).ifPresent(parts::add);
    disk.smartStatus()
        .filter(status -> status.equals("Failing"))
        .ifPresent(status -> parts.add("SMART: FAILING"));
    return Printable.line(disk.device()) + ": " + String.join(", ", parts);
  }

  static String storage(HardwareInventory inventory) {
    return inventory.internalStorage().bytes() == 0
        ? UNTOLD
        : inventory.internalStorage().toString();
  }

  /**
   * {@code Data at /System/Volumes/Data: APFS, 500.0 GB free of 1.0 TB, encrypted}: the mounted.
   */
  static List<String> volumes(HardwareInventory inventory) {
    List<String> mounted =
        inventory.volumes().stream()
            .filter(volume -> volume.mountPoint().isPresent())
            .map(Facts::volume)
            .collect(Collectors.toCollection(ArrayList::new));
    int others = inventory.volumes().size() - mounted.size();
    if (others > 0) {
      mounted.add(others + " not mounted");
    }
    return mounted;
  }

  private static String volume(Volume volume) {
    List<String> parts = new ArrayList<>();
    volume.fileSystem().map(Printable::line).ifPresent(parts::add);
    volume.size().ifPresent(size -> parts.add(free(volume) + size));
    volume.encrypted().filter(it -> it).ifPresent(it -> parts.add("encrypted"));
    return volume.name().map(name -> Printable.line(name) + " at ").orElse("")
        + text(volume.mountPoint())
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static String free(Volume volume) {
    return volume.free().map(free -> free + " free of ").orElse("");
  }

  /** {@code en0: Ethernet, 10000 Mbit/s, 192.0.2.7, default route}: those with a link. */
  static List<String> network(HardwareInventory inventory) {
    return inventory.networkInterfaces().stream()
        .filter(port -> port.active().orElse(false))
        .map(Facts::network)
        .toList();
  }

  private static String network(NetworkInterface port) {
    List<String> parts = new ArrayList<>();
    port.port().map(Printable::line).ifPresent(parts::add);
    port.linkSpeedMbps().ifPresent(speed -> parts.add(speed + " Mbit/s"));
    port.addresses().stream()
        .filter(address -> !address.startsWith("fe80:"))
        .map(Printable::line)
        .forEach(parts::add);
    port.defaultRoute().filter(it -> it).ifPresent(it -> parts.add("default route"));
    return Printable.line(port.device()) + ": " + String.join(", ", parts);
  }

  /** {@code Studio Display, 5120 x 2880}. */
  static String display(Display display) {
    boolean sized = display.widthPixels().isPresent() && display.heightPixels().isPresent();
    return Printable.line(display.name())
        + (sized
            ? ", " + display.widthPixels().getAsInt() + " x " + display.heightPixels().getAsInt()
            : "");
  }

  /** {@code 87 %, 312 cycles, Good}. */
  static String battery(Battery battery) {
    List<String> parts = new ArrayList<>();
    battery.chargePercent().ifPresent(charge -> parts.add(charge + " %"));
    battery.cycleCount().ifPresent(cycles -> parts.add(cycles + " cycles"));
    battery.condition().map(Printable::line).ifPresent(parts::add);
    return parts.isEmpty() ? "yes" : String.join(", ", parts);
  }

  /** {@code 3 days 4 h}. */
  static String uptime(long seconds) {
    Duration uptime = Duration.ofSeconds(seconds);
    long days = uptime.toDays();
    return days > 0
        ? days + (days == 1 ? " day " : " days ") + uptime.toHoursPart() + " h"
        : uptime.toHours() + " h " + uptime.toMinutesPart() + " min";
  }

  /** {@code SIP on, FileVault off, MDM enrolled}: what the machine tells of. */
  static String security(Security security) {
    List<String> parts = new ArrayList<>();
    security.sipEnabled().ifPresent(on -> parts.add("SIP " + onOff(on)));
    security.filevaultEnabled().ifPresent(on -> parts.add("FileVault " + onOff(on)));
    security.gatekeeperEnabled().ifPresent(on -> parts.add("Gatekeeper " + onOff(on)));
    security.secureBoot().ifPresent(level -> parts.add("boot: " + Printable.line(level)));
    security.activationLockEnabled().ifPresent(on -> parts.add("Activation Lock " + onOff(on)));
    security.mdmEnrolled().ifPresent(on -> parts.add(on ? "MDM enrolled" : "no MDM"));
    return String.join(", ", parts);
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  /** {@code 26.1 (25B78)}. */
  static String macos(SystemInfo system) {
    return text(system.macosVersion())
        + system.macosBuild().map(build -> " (" + Printable.line(build) + ")").orElse("");
  }
}
