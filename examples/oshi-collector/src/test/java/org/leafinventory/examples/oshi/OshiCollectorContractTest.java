package org.leafinventory.examples.oshi;

import java.util.List;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.testkit.contract.CollectorContract;

class OshiCollectorContractTest extends CollectorContract {

  @Override
  protected Collector collector() {
    return new OshiCollectorProvider().create();
  }

  @Override
  protected Target target() {
    return Target.parse("oshi:local");
  }

  @Override
  protected List<Target> failingTargets() {
    return List.of(Target.parse("oshi:elsewhere"));
  }

  /** Where the build runs, containers come and go, and their interfaces and mounts with them. */
  @Override
  protected HardwareInventory withoutWhatChanges(HardwareInventory inventory) {
    return super.withoutWhatChanges(inventory)
        .withNetworkInterfaces(List.of())
        .withVolumes(List.of());
  }
}
