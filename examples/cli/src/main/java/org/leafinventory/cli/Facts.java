package org.leafinventory.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leafinventory.model.CoreCluster;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

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

  /** {@code 26.1 (25B78)}. */
  static String macos(SystemInfo system) {
    return text(system.macosVersion())
        + system.macosBuild().map(build -> " (" + Printable.line(build) + ")").orElse("");
  }
}
