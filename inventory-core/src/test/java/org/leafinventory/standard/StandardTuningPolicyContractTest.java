package org.leafinventory.standard;

import java.util.Set;
import org.leafinventory.policy.TuningPolicy;
import org.leafinventory.testkit.contract.TuningPolicyContract;

class StandardTuningPolicyContractTest extends TuningPolicyContract {

  @Override
  protected TuningPolicy policy() {
    return StandardTuningPolicy.standard();
  }

  @Override
  protected Set<Resource> growsWith() {
    return Set.of(Resource.CORES, Resource.MEMORY, Resource.STORAGE);
  }
}
