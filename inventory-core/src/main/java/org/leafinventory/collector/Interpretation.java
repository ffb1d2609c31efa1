package org.leafinventory.collector;

import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.InterpretationException;
import org.leafinventory.probe.macos.MacInterpreter;

/** The last step of every collection: what was said becomes an inventory, or a failure to parse. */
final class Interpretation {

  private Interpretation() {}

  static HardwareInventory of(Target target, Recording recording) {
    try {
      return MacInterpreter.interpret(recording);
    } catch (InterpretationException e) {
      throw new CollectionException(
          target,
          FailureKind.PARSE,
          e.reason(),
          "check that this is a Mac, and what its system_profiler and sysctl answer",
          e);
    }
  }
}
