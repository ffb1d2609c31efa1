package org.leafinventory.nix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.NetworkInterface;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.nix.ast.Binding;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.ast.NixSet;
import org.leafinventory.policy.NatsSize;
import org.leafinventory.policy.TuningProfile;

/**
 * What {@code hardware.nix} says: the facts of a machine and its tuning as a plain attribute set.
 *
 * <p>A pure function. Only what stays the same while the hardware does is in it: neither times nor
 * addresses nor free space, so that unchanged hardware gives the same text. What the machine did
 * not tell is left out.
 */
public final class HardwareNix {

  private HardwareNix() {}

  /**
   * The attribute set of {@code inventory} tuned by {@code tuning}.
   *
   * @throws IllegalArgumentException if a text of the inventory cannot be expressed in Nix: it
   *     holds a NUL or half a character
   */
  public static NixSet of(HardwareInventory inventory, TuningProfile tuning) {
    return Nix.set(
        Nix.bind("system", system(inventory.systemInfo())),
        Nix.bind("hardware", hardware(inventory)),
        Nix.bind("os", os(inventory.systemInfo())),
        Nix.bind("disks", inventory.disks().stream().map(HardwareNix::disk).toList()),
        Nix.bind(Nix.attr("networking", "interfaces"), interfaces(inventory)),
        Nix.bind("performance", performance(tuning)),
        Nix.bind("storage", storage(tuning)),
        Nix.bind(
            Nix.attr("monitoring", "prometheus", "retention"),
            tuning.prometheusRetentionDays().value() + "d"));
  }

  private static NixSet system(SystemInfo system) {
    Bindings set = new Bindings();
    set.add("hostname", system.hostname().value());
    set.add("computerName", system.computerName());
    set.add("model", system.model());
    set.add("serialNumber", system.serialNumber());
    return set.build();
  }

  private static NixSet hardware(HardwareInventory inventory) {
    Hardware hardware = inventory.hardware();
    Bindings cpu = new Bindings();
    cpu.add("type", hardware.cpuType());
    cpu.add("cores", hardware.cpuCores());
    hardware.cpuThreads().ifPresent(threads -> cpu.add("threads", threads));
    Bindings memory = new Bindings();
    memory.add("sizeGB", hardware.memoryGb());
    memory.add("sizeBytes", hardware.memoryBytes().bytes());
    Bindings set = new Bindings();
    set.add("cpu", cpu.build());
    set.add("memory", memory.build());
    set.add(
        "arch",
        switch (inventory.systemInfo().architecture()) {
          case ARM64 -> "arm64";
          case X86_64 -> "x86_64";
        });
    return set.build();
  }

  private static NixSet os(SystemInfo system) {
    Bindings set = new Bindings();
    set.add("version", system.macosVersion());
    set.add("build", system.macosBuild());
    set.add("kernel", system.kernel());
    return set.build();
  }

  private static NixSet disk(Disk disk) {
    Bindings set = new Bindings();
    set.add("device", disk.device());
    set.add("size", disk.size().bytes());
    set.add("content", disk.content());
    set.add("internal", disk.internal());
    set.add("protocol", disk.protocol());
    set.add("model", disk.model());
    return set.build();
  }

  private static Map<String, NixSet> interfaces(HardwareInventory inventory) {
    Map<String, NixSet> interfaces = new LinkedHashMap<>();
    for (NetworkInterface device : inventory.networkInterfaces()) {
      Bindings set = new Bindings();
      set.add("port", device.port());
      set.add("macAddress", device.macAddress());
      interfaces.putIfAbsent(device.device(), set.build());
    }
    return interfaces;
  }

  private static NixSet performance(TuningProfile tuning) {
    return Nix.set(
        Nix.bind(Nix.attr("memoryPressure", "threshold"), tuning.memoryPressurePercent().value()),
        Nix.bind("maxConcurrency", tuning.maxConcurrency().value()),
        Nix.bind(
            "nats",
            Nix.set(
                Nix.bind("maxConnections", tuning.maxConnections().value()),
                Nix.bind("maxPending", size(tuning.maxPending().value())))));
  }

  private static NixSet storage(TuningProfile tuning) {
    return Nix.set(
        Nix.bind(
            "jetstream",
            Nix.set(
                Nix.bind("maxFileStore", size(tuning.jetstreamMaxFile().value())),
                Nix.bind("maxMemoryStore", size(tuning.jetstreamMaxMemory().value())))),
        Nix.bind(Nix.attr("backup", "retentionDays"), tuning.backupRetentionDays().value()));
  }

  private static String size(ByteSize size) {
    return NatsSize.format(size);
  }

  /** The bindings of a set, without those whose value is not there. */
  private static final class Bindings {

    private final List<Binding> bindings = new ArrayList<>();

    void add(String name, Object value) {
      if (!(value instanceof Optional<?> optional)) {
        bindings.add(Nix.bind(name, value));
      } else if (optional.isPresent()) {
        bindings.add(Nix.bind(name, optional.get()));
      }
    }

    NixSet build() {
      return Nix.set(bindings.toArray(Binding[]::new));
    }
  }
}
