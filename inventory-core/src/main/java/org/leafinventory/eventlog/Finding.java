package org.leafinventory.eventlog;

import java.util.Optional;
import org.leafinventory.event.InventoryEvent;

/**
 * What stands at a place in a log.
 *
 * @param event the event; empty if there is none
 * @param offset where it begins
 * @param reason why it is no event
 */
record Finding(Optional<InventoryEvent> event, long offset, String reason) {

  static Finding event(InventoryEvent event, long offset) {
    return new Finding(Optional.of(event), offset, "");
  }

  static Finding broken(long offset, String reason) {
    return new Finding(Optional.empty(), offset, reason);
  }
}
