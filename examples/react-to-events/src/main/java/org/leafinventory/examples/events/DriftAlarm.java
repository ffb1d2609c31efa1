package org.leafinventory.examples.events;

import java.util.List;
import java.util.function.Consumer;
import org.leafinventory.drift.ChangeClass;
import org.leafinventory.drift.InventoryDiff;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.model.HostName;
import org.leafinventory.store.InventoryStore;
import org.leafinventory.store.Snapshot;

/**
 * Reacts to events: whenever an extraction is completed, compares the new snapshot with the one
 * before, and raises an alarm if the machine is another one or its capacity has changed.
 *
 * <p>A sink is called on the thread that extracts, so what takes long belongs elsewhere.
 */
public final class DriftAlarm implements EventSink {

  private final InventoryStore store;
  private final Consumer<String> alarm;

  /** An alarm over what {@code store} holds; it is raised through {@code alarm}. */
  public DriftAlarm(InventoryStore store, Consumer<String> alarm) {
    this.store = store;
    this.alarm = alarm;
  }

  @Override
  public void emit(InventoryEvent event) {
    if (event.eventType().equals(EventType.EXTRACTION_FAILED)) {
      alarm.accept(event.aggregateId() + " did not answer: " + event.data().get("reason"));
    }
    if (event.eventType().equals(EventType.EXTRACTION_COMPLETED)) {
      compare(HostName.of(event.aggregateId()));
    }
  }

  private void compare(HostName host) {
    List<Snapshot> history = store.history(host);
    if (history.size() < 2) {
      return;
    }
    Snapshot before = history.get(history.size() - 2);
    Snapshot now = history.get(history.size() - 1);
    InventoryDiff.between(store.load(before), store.load(now)).changes().stream()
        .filter(change -> change.changeClass() != ChangeClass.VOLATILE)
        .forEach(change -> alarm.accept(host + ": " + change));
  }
}
