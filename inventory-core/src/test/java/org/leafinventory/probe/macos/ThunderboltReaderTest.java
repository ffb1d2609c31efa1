package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leafinventory.model.ThunderboltBus;
import org.leafinventory.model.ThunderboltDevice;

class ThunderboltReaderTest {

  @Test
  void reads_a_chain_of_devices() {
    Said said =
        thunderbolt(
            """
            [{'_name': 'thunderbolt_bus_0',
              'receptacle_1_tag': {'current_speed_key': 'Up to 40 Gb/s'},
              '_items': [{'device_name_key': 'Leaf Dock', 'vendor_name_key': 'Leaf',
                '_items': [{'_name': 'Leaf Disk'}]}]}]
            """);
    assertThat(said.inventory().thunderbolt())
        .containsExactly(
            ThunderboltBus.builder()
                .name("thunderbolt_bus_0")
                .speed("Up to 40 Gb/s")
                .addDevices(ThunderboltDevice.builder().name("Leaf Dock").vendor("Leaf").build())
                .addDevices(ThunderboltDevice.builder().name("Leaf Disk").build())
                .build());
  }

  @Test
  void a_guest_has_no_such_hardware() {
    Said said = thunderbolt("[{'Thunderbolt': 'no_hardware'}]");
    assertThat(said.inventory().thunderbolt()).isEmpty();
    assertThat(said.issues()).isEmpty();
  }

  private static Said thunderbolt(String items) {
    return Said.bareMac().profile("SPThunderboltDataType", items);
  }
}
