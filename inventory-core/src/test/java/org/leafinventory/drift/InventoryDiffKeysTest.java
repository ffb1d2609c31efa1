package org.leafinventory.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.drift.CompleteMac.MAC;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.UsbDevice;

/** How elements of lists are matched and named. */
class InventoryDiffKeysTest {

  private static final UsbDevice HUB = UsbDevice.builder().name("Hub").build();
  private static final MemoryModule MODULE = MemoryModule.builder().build();

  @Test
  void one_of_two_alike_that_goes_is_the_second() {
    assertThat(paths(usb(HUB, HUB), usb(HUB))).containsExactly("usb[Hub #2]");
  }

  @Test
  void those_that_are_equal_belong_together() {
    UsbDevice slow = HUB.withSpeed("Up to 12 Mb/s");
    UsbDevice fast = HUB.withSpeed("Up to 5 Gb/s");

    assertThat(paths(usb(slow, fast), usb(fast))).containsExactly("usb[Hub #2]");
    assertThat(paths(usb(slow, fast), usb(HUB, fast))).containsExactly("usb[Hub #2].speed");
    assertThat(paths(usb(slow), usb(fast))).containsExactly("usb[Hub].speed");
  }

  @Test
  void elements_without_a_key_have_a_number() {
    assertThat(paths(modules(MODULE), modules(MODULE.withType("DDR4"))))
        .containsExactly("memory_modules[#1].type");
    assertThat(paths(modules(), modules(MODULE, MODULE)))
        .containsExactly("memory_modules[#1]", "memory_modules[#2]");
    assertThat(InventoryDiff.between(modules(), modules(MODULE)).changes().get(0).after())
        .contains("nothing told");
  }

  @Test
  void numbers_in_keys_are_in_their_order() {
    HardwareInventory none = MAC.withDisks();
    HardwareInventory many = MAC.withDisks(disk("disk10"), disk("disk2"), disk("disk"));

    assertThat(paths(none, many)).containsExactly("disks[disk]", "disks[disk2]", "disks[disk10]");
  }

  @Test
  void nested_elements_are_named_within_theirs() {
    var bus = MAC.thunderbolt().get(0);
    HardwareInventory other =
        MAC.withThunderbolt(bus.withDevices(bus.devices().get(0).withVendor("Other")));

    assertThat(paths(MAC, other))
        .containsExactly("thunderbolt[thunderboltusb4_bus_3].devices[Dock].vendor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Anna’s Keyboard — v2/🎹|Anna’s Keyboard — v2/🎹",
        "a[0]|\"a[0]\"",
        "Hub #2|\"Hub #2\"",
        "say \"x\"|\"say \\\"x\\\"\"",
        " padded|\" padded\"",
        "~~|\"\"",
      })
  void names_that_could_be_mistaken_are_quoted(String name, String shown) {
    assertThat(paths(usb(), usb(HUB.withName(name)))).containsExactly("usb[" + shown + "]");
  }

  @Test
  void names_cut_alike_are_numbered() {
    String longName = "n".repeat(500);

    assertThat(paths(usb(), usb(HUB.withName(longName + 1), HUB.withName(longName + 2))))
        .containsExactly(
            "usb[\"" + "n".repeat(120) + "…\"]", "usb[\"" + "n".repeat(120) + "…\" #2]");
  }

  private static List<String> paths(HardwareInventory before, HardwareInventory after) {
    return InventoryDiff.between(before, after).changes().stream().map(Change::path).toList();
  }

  private static HardwareInventory usb(UsbDevice... devices) {
    return MAC.withUsb(devices);
  }

  private static HardwareInventory modules(MemoryModule... modules) {
    return MAC.withMemoryModules(modules);
  }

  private static Disk disk(String device) {
    return MAC.disks().get(0).withDevice(device);
  }
}
