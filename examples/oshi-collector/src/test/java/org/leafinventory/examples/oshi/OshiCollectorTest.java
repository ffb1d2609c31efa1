package org.leafinventory.examples.oshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.service.InventoryService;

class OshiCollectorTest {

  private static final Target LOCAL = Target.parse("oshi:local");

  @Test
  void is_found_by_its_scheme_and_tells_of_this_machine() {
    HardwareInventory machine = InventoryService.discover().extract(LOCAL).inventory();
    assertThat(machine.hardware().cpuThreads())
        .hasValue(Runtime.getRuntime().availableProcessors());
    assertThat(machine.hardware().memoryBytes().bytes()).isPositive();
    assertThat(machine.networkInterfaces()).isNotEmpty();
    assertThat(InventoryJson.read(InventoryJson.write(machine), "the inventory"))
        .isEqualTo(machine);
  }

  @Test
  void refuses_targets_of_others() {
    assertThatThrownBy(() -> new OshiCollectorProvider().create().collect(Target.ssh("10.1.1.10")))
        .isInstanceOfSatisfying(
            CollectionException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.UNSUPPORTED));
  }
}
