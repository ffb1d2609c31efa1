package org.leafinventory.projection;

import java.util.Optional;
import org.leafinventory.event.InventoryEvent;

/** Texts among the data of an event. */
final class EventText {

  private EventText() {}

  static Optional<String> of(InventoryEvent event, String key) {
    return event.data().get(key) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Why something failed; scripts wrote {@code error} or {@code message}. */
  static Optional<String> reason(InventoryEvent event) {
    return of(event, "reason").or(() -> of(event, "error")).or(() -> of(event, "message"));
  }
}
