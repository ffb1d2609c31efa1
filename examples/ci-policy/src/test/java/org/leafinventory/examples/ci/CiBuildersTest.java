package org.leafinventory.examples.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.policy.TuningProfile;
import org.leafinventory.standard.StandardTuningPolicy;
import org.leafinventory.testkit.arbitrary.Macs;
import org.leafinventory.testkit.contract.TuningPolicyContract;

class CiBuildersTest extends TuningPolicyContract {

  private static final long RESERVED = ByteSize.ofGibibytes(32).bytes();

  @Override
  protected TuningPolicy policy() {
    return CiBuilders.POLICY;
  }

  @Override
  protected Set<Resource> growsWith() {
    return Set.of(Resource.CORES, Resource.MEMORY, Resource.STORAGE);
  }

  @Property
  void streams_never_get_what_belongs_to_virtual_machines(@ForAll HardwareInventory mac) {
    TuningProfile tuning = policy().decide(mac);

    long left = Math.max(0, mac.hardware().memoryBytes().bytes() - RESERVED);
    assertThat(tuning.jetstreamMaxMemory().value().bytes())
        .isLessThanOrEqualTo(Math.max(ByteSize.ofMebibytes(64).bytes(), left / 4));
  }

  @Property
  void no_value_is_above_the_standard_one(@ForAll HardwareInventory mac) {
    TuningProfile standard = StandardTuningPolicy.standard().decide(mac);
    TuningProfile tuning = policy().decide(mac);

    assertThat(tuning.nixMaxJobs().value()).isLessThanOrEqualTo(standard.nixMaxJobs().value());
    assertThat(tuning.jetstreamMaxMemory().value())
        .isLessThanOrEqualTo(standard.jetstreamMaxMemory().value());
  }

  @Property
  void a_small_mac_builds_one_at_a_time_and_says_why(@ForAll("small") HardwareInventory mac) {
    assertThat(policy().decide(mac))
        .hasValue("nix_max_jobs", 1)
        .isDecidedBy("nix_max_jobs", "ci-builders")
        .followsFrom("nix_max_jobs", "hardware.memory_bytes");
  }

  @Provide
  Arbitrary<HardwareInventory> small() {
    return Macs.any().withCores(10).withMemory(ByteSize.ofGibibytes(32));
  }
}
