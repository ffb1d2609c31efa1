package org.leafinventory.cli;

import java.util.Optional;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HostName;

/** A Mac to ask, and the name that a leaf-config has for it. */
record Node(Target target, Optional<HostName> called) {

  static Node of(Target target) {
    return new Node(target, Optional.empty());
  }
}
