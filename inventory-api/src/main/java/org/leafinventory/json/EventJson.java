package org.leafinventory.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.leafinventory.event.InventoryEvent;

/** The JSON of an event: one object on one line. Thread-safe. */
public final class EventJson {

  private EventJson() {}

  /** The event on one line, without a line feed. */
  public static String write(InventoryEvent event) {
    try {
      return Mapper.escapeLoneSurrogates(Mapper.JSON.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the data of a " + event.eventType() + " event hold something JSON cannot express", e);
    }
  }

  /**
   * Reads an event.
   *
   * @param source where the line came from, for messages
   * @throws JsonFormatException if the text is not an event
   */
  public static InventoryEvent read(String json, String source) {
    try {
      InventoryEvent event = Mapper.JSON.readValue(json, InventoryEvent.class);
      if (event == null) {
        throw new JsonFormatException(source, "the document", "is not a JSON object", null);
      }
      return event;
    } catch (JsonProcessingException e) {
      throw Complaint.of(source, e);
    }
  }
}
