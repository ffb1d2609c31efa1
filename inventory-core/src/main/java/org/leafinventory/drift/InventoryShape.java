package org.leafinventory.drift;

import static org.leafinventory.drift.ChangeClass.CAPACITY;
import static org.leafinventory.drift.ChangeClass.FIRMWARE;
import static org.leafinventory.drift.ChangeClass.IDENTITY;
import static org.leafinventory.drift.ChangeClass.VOLATILE;

import com.fasterxml.jackson.databind.JsonNode;

/** The table behind {@link ChangeClass}: every fact that is compared, in the order of the JSON. */
final class InventoryShape {

  private static final Shape MEMORY_SIZE = new Fact(CAPACITY, Unit.MEMORY);

  private static final Group SYSTEM_INFO =
      Group.of(IDENTITY)
          .facts(IDENTITY, "hostname", "computer_name", "model", "serial_number", "architecture")
          .facts(FIRMWARE, "kernel", "macos_version", "macos_build", "macos_version_extra")
          .facts(IDENTITY, "model_name", "model_number", "hardware_uuid", "virtual_machine")
          .facts(VOLATILE, "boot_time")
          .facts(FIRMWARE, "firmware_version", "os_loader_version", "rosetta_installed");

  private static final Group CORE_CLUSTER =
      Group.of(CAPACITY).facts(CAPACITY, "name", "cores", "threads");

  private static final Group GPU =
      Group.of(CAPACITY)
          .facts(CAPACITY, "model", "cores")
          .with("vram_bytes", MEMORY_SIZE)
          .facts(FIRMWARE, "metal")
          .facts(CAPACITY, "vendor");

  private static final Group HARDWARE =
      Group.of(CAPACITY)
          .facts(CAPACITY, "cpu_type", "cpu_cores", "cpu_threads")
          .facts(CAPACITY, "cpu_packages", "cpu_frequency_hz")
          .with("memory_bytes", MEMORY_SIZE)
          .with("core_clusters", Elements.of(CORE_CLUSTER, "name"))
          .with("gpus", Elements.of(GPU, "model"))
          .facts(CAPACITY, "neural_engine_cores");

  private static final Group DISK =
      Group.of(CAPACITY)
          .facts(CAPACITY, "device")
          .with("size", new Fact(CAPACITY, Unit.STORAGE))
          .facts(VOLATILE, "content")
          .facts(CAPACITY, "internal", "protocol", "model", "medium", "removable", "virtual")
          .facts(CAPACITY, "smart_status", "serial_number")
          .facts(FIRMWARE, "firmware_version", "trim_enabled");

  private static final Group VOLUME =
      Group.of(VOLATILE)
          .facts(VOLATILE, "device", "name", "mount_point", "file_system")
          .with("size", new Fact(VOLATILE, Unit.STORAGE))
          .with("free", new Fact(VOLATILE, Unit.STORAGE))
          .facts(FIRMWARE, "encrypted", "filevault")
          .facts(VOLATILE, "locked", "writable")
          .with("roles", Elements.of(new Fact(VOLATILE, Unit.PLAIN)))
          .facts(VOLATILE, "container")
          .with("used", new Fact(VOLATILE, Unit.STORAGE))
          .facts(VOLATILE, "uuid");

  private static final Group MEMORY_MODULE =
      Group.of(CAPACITY)
          .facts(CAPACITY, "slot")
          .with("size", MEMORY_SIZE)
          .facts(CAPACITY, "type", "speed", "manufacturer", "part_number")
          .facts(CAPACITY, "serial_number");

  private static final Group NETWORK_INTERFACE =
      Group.of(VOLATILE)
          .facts(VOLATILE, "port", "device")
          .facts(IDENTITY, "mac_address")
          .with("addresses", Elements.of(new Fact(VOLATILE, Unit.PLAIN)))
          .facts(VOLATILE, "active", "link_speed_mbps", "mtu", "type", "default_route");

  private static final Group DISPLAY =
      Group.of(VOLATILE)
          .facts(VOLATILE, "name", "width_pixels", "height_pixels", "refresh_rate_hz")
          .facts(VOLATILE, "built_in", "main", "vendor_id", "product_id", "serial_number");

  private static final Group BATTERY =
      Group.of(CAPACITY)
          .facts(VOLATILE, "charge_percent", "charging", "cycle_count")
          .facts(CAPACITY, "condition")
          .facts(VOLATILE, "maximum_capacity_percent", "fully_charged")
          .facts(CAPACITY, "serial_number");

  private static final Group POWER =
      Group.of(VOLATILE)
          .facts(VOLATILE, "ac_connected")
          .with("battery", BATTERY)
          .facts(VOLATILE, "ups_installed", "charger_watts");

  private static final Group SECURITY =
      Group.of(FIRMWARE)
          .facts(FIRMWARE, "sip_enabled", "filevault_enabled", "activation_lock_enabled")
          .facts(FIRMWARE, "secure_boot", "security_chip")
          .facts(FIRMWARE, "mdm_enrolled", "mdm_user_approved", "automated_enrollment")
          .facts(FIRMWARE, "gatekeeper_enabled");

  private static final Group THUNDERBOLT_DEVICE =
      Group.of(VOLATILE).facts(VOLATILE, "name", "vendor", "speed", "mode");

  private static final Group THUNDERBOLT_BUS =
      Group.of(VOLATILE)
          .facts(VOLATILE, "name", "speed")
          .with("devices", Elements.of(THUNDERBOLT_DEVICE, "name"));

  private static final Group USB_DEVICE =
      Group.of(VOLATILE)
          .facts(VOLATILE, "name", "vendor", "vendor_id", "product_id", "speed")
          .facts(VOLATILE, "serial_number", "built_in");

  private static final Group ISSUE =
      Group.of(VOLATILE).facts(VOLATILE, "section", "kind", "message");

  /** All of an inventory that is compared. */
  static final Group INVENTORY =
      Group.of(IDENTITY)
          .with("system_info", SYSTEM_INFO)
          .with("hardware", HARDWARE)
          .with("disks", Elements.of(DISK, "device").passing(InventoryShape::isNotBuiltIn))
          .with("volumes", Elements.of(VOLUME, "device"))
          .with("memory_modules", Elements.of(MEMORY_MODULE, "slot"))
          .with("network_interfaces", Elements.of(NETWORK_INTERFACE, "device"))
          .with("displays", Elements.of(DISPLAY, "name"))
          .with("power", POWER)
          .with("security", SECURITY)
          .with("thunderbolt", Elements.of(THUNDERBOLT_BUS, "name"))
          .with("usb", Elements.of(USB_DEVICE, "name"))
          .with("issues", Elements.of(ISSUE, "section", "kind"));

  private InventoryShape() {}

  private static boolean isNotBuiltIn(JsonNode disk) {
    return !disk.path("internal").asBoolean(true) || disk.path("virtual").asBoolean(false);
  }
}
