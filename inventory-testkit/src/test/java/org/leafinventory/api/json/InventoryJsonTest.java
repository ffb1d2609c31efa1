package org.leafinventory.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.Display;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.arbitrary.Inventories;

class InventoryJsonTest {

  @Provide
  Arbitrary<HardwareInventory> inventories() {
    return Inventories.any();
  }

  @Property(tries = 500)
  void what_is_written_reads_back_the_same(@ForAll("inventories") HardwareInventory inventory) {
    String json = InventoryJson.write(inventory);

    HardwareInventory read = InventoryJson.read(json, "memory");

    assertThat(read).isEqualTo(inventory).hasSameHashCodeAs(inventory);
    assertThat(InventoryJson.write(read)).isEqualTo(json);
  }

  @Property(tries = 100)
  void the_same_inventory_gives_the_same_bytes(@ForAll("inventories") HardwareInventory one) {
    HardwareInventory other = HardwareInventory.builder().from(one).build();

    assertThat(InventoryJson.write(other)).isEqualTo(InventoryJson.write(one));
  }

  @Property(tries = 100)
  void the_tree_is_the_text(@ForAll("inventories") HardwareInventory inventory) {
    String fromTree = InventoryJson.toTree(inventory).toString();

    assertThat(InventoryJson.read(fromTree, "memory")).isEqualTo(inventory);
  }

  @Test
  void the_tree_is_the_callers_to_change() {
    HardwareInventory inventory = CompleteInventory.build();
    String before = InventoryJson.write(inventory);

    ObjectNode tree = (ObjectNode) InventoryJson.toTree(inventory);
    tree.withObject("/system_profiler/SPHardwareDataType").put("chip_type", "changed");
    tree.removeAll();

    assertThat(InventoryJson.write(inventory)).isEqualTo(before);
  }

  @Test
  void complete_inventory_is_the_reviewed_file_key_by_key() {
    assertThat(InventoryJson.write(CompleteInventory.build()))
        .isEqualTo(Fixtures.text("complete.json"));
  }

  @Test
  void reviewed_file_is_read_in_full() {
    assertThat(InventoryJson.read(Fixtures.text("complete.json"), "complete.json"))
        .isEqualTo(CompleteInventory.build());
  }

  @Test
  void disks_and_network_interfaces_are_lists_even_when_there_are_none() {
    HardwareInventory bare =
        HardwareInventory.builder()
            .systemInfo(CompleteInventory.build().systemInfo())
            .hardware(CompleteInventory.build().hardware())
            .extractedAt(CompleteInventory.build().extractedAt())
            .build();

    assertThat(InventoryJson.toTree(bare).fieldNames())
        .toIterable()
        .containsExactly(
            "schema_version",
            "system_info",
            "hardware",
            "disks",
            "network_interfaces",
            "extracted_at",
            "uptime_seconds");
  }

  @Test
  void unknown_keys_are_tolerated() {
    String json = Fixtures.text("complete.json");
    String extended =
        json.replace("\"disks\": [", "\"colour\": {\"r\": [1]},\n  \"disks\": [")
            .replace("\"cpu_cores\"", "\"cpu_bins\": null, \"cpu_cores\"");

    assertThat(InventoryJson.read(extended, "extended")).isEqualTo(CompleteInventory.build());
  }

  @Test
  void empty_required_text_survives() {
    HardwareInventory nameless =
        CompleteInventory.build().withDisplays(Display.builder().name("").build());

    assertThat(InventoryJson.read(InventoryJson.write(nameless), "memory")).isEqualTo(nameless);
  }

  @Test
  void half_a_surrogate_pair_survives_as_an_escape() {
    HardwareInventory odd =
        CompleteInventory.build()
            .withDisplays(Display.builder().name("\ud83d \ude00\ud83d\ude00 \\ud83d").build());

    String json = InventoryJson.write(odd);

    assertThat(json).contains("\"\\ud83d \\ude00😀 \\\\ud83d\"");
    assertThat(InventoryJson.read(json, "memory")).isEqualTo(odd);
  }

  @Test
  void byte_order_mark_is_tolerated() {
    String json = "\ufeff" + Fixtures.text("complete.json");

    assertThat(InventoryJson.read(json, "bom")).isEqualTo(CompleteInventory.build());
  }
}
