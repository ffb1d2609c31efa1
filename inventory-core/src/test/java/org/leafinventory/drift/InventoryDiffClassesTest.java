package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.HardwareInventory;

/** The table at {@link ChangeClass}, written down a second time. */
class InventoryDiffClassesTest {

  private static final String IDENTITY =
      """
      system_info.hostname system_info.computer_name system_info.model system_info.serial_number
      system_info.architecture system_info.model_name system_info.model_number
      system_info.hardware_uuid system_info.virtual_machine
      network_interfaces[].mac_address
      """;

  private static final String CAPACITY =
      """
      hardware.cpu_type hardware.cpu_cores hardware.cpu_threads hardware.memory_bytes
      hardware.cpu_packages hardware.cpu_frequency_hz
      hardware.neural_engine_cores
      hardware.core_clusters[].name hardware.core_clusters[].cores hardware.core_clusters[].threads
      hardware.gpus[].model hardware.gpus[].cores hardware.gpus[].vram_bytes
      hardware.gpus[].vendor
      disks[].device disks[].size disks[].internal disks[].protocol disks[].model disks[].medium
      disks[].removable disks[].virtual disks[].smart_status
      disks[].serial_number
      memory_modules[].slot memory_modules[].size memory_modules[].type memory_modules[].speed
      memory_modules[].manufacturer memory_modules[].part_number memory_modules[].serial_number
      power.battery.condition power.battery.serial_number
      """;

  private static final String FIRMWARE =
      """
      system_info.kernel system_info.macos_version system_info.macos_build
      system_info.firmware_version system_info.macos_version_extra
      system_info.os_loader_version system_info.rosetta_installed
      hardware.gpus[].metal
      volumes[].encrypted volumes[].filevault
      disks[].firmware_version disks[].trim_enabled
      security.sip_enabled security.filevault_enabled security.activation_lock_enabled
      security.secure_boot security.security_chip security.mdm_enrolled
      security.mdm_user_approved security.automated_enrollment security.gatekeeper_enabled
      """;

  private static final String VOLATILE =
      """
      system_info.boot_time
      disks[].content
      volumes[].device volumes[].name volumes[].mount_point volumes[].file_system volumes[].size
      volumes[].free volumes[].locked volumes[].writable volumes[].roles[]
      volumes[].container volumes[].used volumes[].uuid
      network_interfaces[].port network_interfaces[].device network_interfaces[].addresses[]
      network_interfaces[].active network_interfaces[].link_speed_mbps network_interfaces[].mtu
      network_interfaces[].type network_interfaces[].default_route
      displays[].name displays[].width_pixels displays[].height_pixels displays[].refresh_rate_hz
      displays[].built_in displays[].main
      displays[].vendor_id displays[].product_id displays[].serial_number
      power.ac_connected power.ups_installed power.charger_watts
      power.battery.charge_percent power.battery.charging power.battery.cycle_count
      power.battery.maximum_capacity_percent power.battery.fully_charged
      thunderbolt[].name thunderbolt[].speed
      thunderbolt[].devices[].name thunderbolt[].devices[].vendor
      thunderbolt[].devices[].speed thunderbolt[].devices[].mode
      usb[].name usb[].vendor usb[].vendor_id usb[].product_id usb[].speed
      usb[].serial_number usb[].built_in
      issues[].section issues[].kind issues[].message
      """;

  @Test
  void each_fact_has_the_class_that_is_documented() {
    Map<String, ChangeClass> table = new TreeMap<>();
    InventoryShape.INVENTORY.collectClasses("", table);
    Map<ChangeClass, Set<String>> byClass = new EnumMap<>(ChangeClass.class);
    table.forEach((path, it) -> byClass.computeIfAbsent(it, any -> new TreeSet<>()).add(path));

    assertThat(byClass.get(ChangeClass.IDENTITY)).isEqualTo(paths(IDENTITY));
    assertThat(byClass.get(ChangeClass.CAPACITY)).isEqualTo(paths(CAPACITY));
    assertThat(byClass.get(ChangeClass.FIRMWARE)).isEqualTo(paths(FIRMWARE));
    assertThat(byClass.get(ChangeClass.VOLATILE)).isEqualTo(paths(VOLATILE));
  }

  @ParameterizedTest
  @CsvSource({
    "hardware.core_clusters[], hardware.core_clusters[Performance], CAPACITY",
    "hardware.gpus[], hardware.gpus[Apple M2 Ultra], CAPACITY",
    "disks[], disks[disk0], CAPACITY",
    "volumes[], volumes[disk3s5], VOLATILE",
    "memory_modules[], memory_modules[BANK 0/ChannelA-DIMM0], CAPACITY",
    "network_interfaces[], network_interfaces[en0], VOLATILE",
    "network_interfaces[].addresses[], network_interfaces[en0].addresses[192.0.2.10], VOLATILE",
    "displays[], displays[Studio Display], VOLATILE",
    "power, power, VOLATILE",
    "power.battery, power.battery, CAPACITY",
    "security, security, FIRMWARE",
    "thunderbolt[], thunderbolt[thunderboltusb4_bus_3], VOLATILE",
    "thunderbolt[].devices[], thunderbolt[thunderboltusb4_bus_3].devices[Dock], VOLATILE",
    "usb[], usb[Keyboard], VOLATILE",
    "issues[], issues[displays timed_out], VOLATILE",
  })
  void what_comes_or_goes_as_a_whole_is_one_change_of_its_class(
      String path, String shown, ChangeClass changeClass) {
    HardwareInventory without = CompleteMac.with(json -> remove(json, path));

    assertThat(InventoryDiff.between(CompleteMac.MAC, without).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.path()).isEqualTo(shown);
              assertThat(change.changeClass()).isEqualTo(changeClass);
              assertThat(change.kind()).isEqualTo(ChangeKind.REMOVED);
            });
  }

  private static void remove(ObjectNode json, String path) {
    JsonPointer pointer = JsonPointer.compile(CompleteMac.pointer(path));
    if (json.at(pointer.head()) instanceof ArrayNode array) {
      array.remove(pointer.last().getMatchingIndex());
    } else {
      ((ObjectNode) json.at(pointer.head())).remove(pointer.last().getMatchingProperty());
    }
  }

  private static Set<String> paths(String text) {
    return new TreeSet<>(Arrays.asList(text.strip().split("\\s+", -1)));
  }
}
