package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.MemoryModule;

class MemoryModuleReaderTest {

  @Test
  void apple_silicon_has_one_package_without_a_slot() {
    Said said =
        memory("[{'SPMemoryDataType': '24 GB', 'dimm_type': 'LPDDR5', 'dimm_manufacturer': 'X'}]");
    assertThat(modules(said))
        .containsExactly(
            MemoryModule.builder()
                .size(ByteSize.ofGibibytes(24))
                .type("LPDDR5")
                .manufacturer("X")
                .build());
  }

  @Test
  void a_guest_with_very_many_slots_has_the_modules_that_are_in_them() {
    String slots =
        IntStream.range(0, 128)
            .mapToObj(slot -> slot(slot, slot == 5 ? "8 GB" : "empty"))
            .collect(Collectors.joining(","));
    Said said =
        memory("[{'_name': 'Memory Slots', '_items': [" + slots + "]}]")
            .onlySysctl("hw.physicalcpu: 8", "hw.memsize: 8589934592");
    assertThat(modules(said))
        .containsExactly(
            MemoryModule.builder().slot("RAM slot #5").size(ByteSize.ofGibibytes(8)).build());
    assertThat(said.issues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "leer", "0 GB", "", "(empty)"})
  void a_slot_that_is_empty_in_any_language_holds_no_module(String size) {
    assertThat(modules(memory("[{'_items': [" + slot(0, size) + "]}]"))).isEmpty();
  }

  private static String slot(int number, String size) {
    return "{'_name': 'RAM slot #" + number + "', 'dimm_size': '" + size + "'}";
  }

  private static Said memory(String items) {
    return Said.bareMac().profile("SPMemoryDataType", items);
  }

  private static List<MemoryModule> modules(Said said) {
    return said.inventory().memoryModules();
  }
}
