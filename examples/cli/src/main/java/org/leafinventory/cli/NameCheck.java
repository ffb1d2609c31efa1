package org.leafinventory.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;

/** A flake looks a node up by the name that the Mac gives itself. */
record NameCheck(Optional<Path> leafConfig) {

  /** What is wrong if the leaf-config calls the Mac something else than it calls itself. */
  Optional<String> warning(@Nullable Node node, HardwareInventory inventory) {
    HostName itself = inventory.hostName();
    return Optional.ofNullable(node)
        .flatMap(Node::called)
        .filter(called -> !called.equals(itself))
        .map(
            called ->
                "leaf: warning: "
                    + leafConfig.map(Path::toString).orElse("the leaf-config")
                    + " calls this Mac "
                    + called
                    + ", it calls itself "
                    + itself
                    + ": its inventory is filed under "
                    + itself
                    + "; make the two names one");
  }
}
