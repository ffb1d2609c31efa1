package org.leafinventory.testkit.fake;

import java.util.List;
import java.util.Optional;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.testkit.contract.CollectorContract;

class CannedCollectorContractTest extends CollectorContract {

  private static final Target DOWN = Target.ssh("down");
  private static final Target SLEEPY = Target.ssh("sleepy");

  @Override
  protected Collector collector() {
    return CannedCollector.builder()
        .answers(target(), FakesTest.MAC)
        .fails(DOWN, FailureKind.CONNECT, "nobody answers", "wake it up")
        .hangs(SLEEPY)
        .build();
  }

  @Override
  protected Target target() {
    return Target.ssh("up");
  }

  @Override
  protected List<Target> failingTargets() {
    return List.of(DOWN);
  }

  @Override
  protected Optional<Target> hangingTarget() {
    return Optional.of(SLEEPY);
  }
}
