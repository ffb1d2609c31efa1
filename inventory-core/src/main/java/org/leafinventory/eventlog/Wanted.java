package org.leafinventory.eventlog;

import java.util.Optional;
import org.leafinventory.event.InventoryEvent;

/**
 * What is wanted of the events of a log. Thread-safe.
 *
 * @param <T> what is made of an event
 */
interface Wanted<T> {

  /** What is made of {@code event}; empty if it is not wanted. */
  Optional<T> of(InventoryEvent event);

  /** A reader for one thread that takes short cuts; it need not know any. */
  default Shortcut<T> shortcut() {
    return new Shortcut<>();
  }

  /**
   * Reads events without making them; this one none. For one thread.
   *
   * @param <T> what is made of an event
   */
  class Shortcut<T> {

    /**
     * Reads the piece that begins at {@code from} and is followed by another piece or by the end of
     * {@code bytes[0, length)}.
     *
     * @return where the piece ends; -1 if only a real parser can tell what is in it
     */
    int read(byte[] bytes, int from, int length) {
      return -1;
    }

    /** What {@link Wanted#of} would say of the event that was read last. */
    Optional<T> found() {
      return Optional.empty();
    }
  }

  /** The events that {@code filter} takes, as they are. */
  static Wanted<InventoryEvent> by(EventFilter filter) {
    return event -> Optional.of(event).filter(filter);
  }
}
