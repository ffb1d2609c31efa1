package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.probe.macos.PlistText.dict;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Bytes;

class RawSectionsTest {

  @Test
  void sections_are_kept_as_answered() {
    HardwareInventory inventory =
        Said.bareMac().profile("SPPowerDataType", "[{'new_key': [1, 2.5, null]}]").inventory();
    assertThat(inventory.systemProfiler().types()).containsExactly("SPPowerDataType");
    assertThat(inventory.systemProfiler().section("SPPowerDataType").orElseThrow())
        .hasToString("[{\"new_key\":[1,2.5,null]}]");
  }

  @Test
  void what_names_a_person_or_a_wireless_network_is_never_stored() {
    String json =
        InventoryJson.write(
            Said.bareMac()
                .profile(
                    "SPHardwareDataType",
                    """
                    [{'user_name': 'Ann Leaf (ann)', 'local_host_name': 'Ann Leaf’s Mac',
                      'kept': {'_items': [{'user_name': 'Ann Leaf'}]},
                      'spairport_current_network_information': {'_name': 'LeafNet'},
                      'spairport_airport_other_local_wireless_networks': [{'_name': 'LeafNet'}],
                      'spairport_network_information': 'LeafNet'}]
                    """)
                .inventory());
    assertThat(json).doesNotContain("Ann", "LeafNet").contains("kept");
  }

  @Test
  void a_section_that_json_cannot_write_as_it_is_still_reads_back_equal() {
    Said said =
        Said.bareMac()
            .says(
                "SPPowerDataType",
                """
                {"SPPowerDataType": [{"half": "\\udf42 half", "whole": "\\ud83c\\udf42",
                  "big": 1e999, "long": 123456789012345678901234}]}
                """)
            .plist(
                "SPMemoryDataType",
                List.of(dict("_items", List.of(dict("data", new byte[] {1, 2, (byte) 0xFF})))))
            .says(
                "SPNVMeDataType",
                PlistText.document(
                    "<array><dict><key>_items</key><array><real>nan</real></array></dict></array>"));
    HardwareInventory inventory = said.inventory();
    assertThat(inventory.systemProfiler().types()).hasSize(3);
    assertThat(InventoryJson.read(InventoryJson.write(inventory), "test")).isEqualTo(inventory);
  }

  @Test
  void a_section_that_is_not_utf_8_is_an_issue() {
    byte[] json = "{\"SPPowerDataType\": [\"_\"]}".getBytes(StandardCharsets.UTF_8);
    json[json.length - 4] = (byte) 0xE9;
    Said said = Said.bareMac().says("SPPowerDataType", Bytes.of(json));
    assertThat(said.inventory().systemProfiler().isEmpty()).isTrue();
    assertThat(said.issues()).singleElement().matches(it -> it.section().equals("power"));
  }
}
