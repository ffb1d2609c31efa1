package org.leafinventory.eventlog;

import java.util.Optional;

/**
 * What stands at a place in a log.
 *
 * @param event the event, or what is wanted of it; empty if there is none
 * @param offset where it begins
 * @param reason why it is no event
 */
record Finding<T>(Optional<T> event, long offset, String reason) {

  static <T> Finding<T> event(T event, long offset) {
    return new Finding<>(Optional.of(event), offset, "");
  }

  static <T> Finding<T> broken(long offset, String reason) {
    return new Finding<>(Optional.empty(), offset, reason);
  }
}
