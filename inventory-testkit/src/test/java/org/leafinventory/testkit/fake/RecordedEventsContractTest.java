package org.leafinventory.testkit.fake;

import java.util.List;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.testkit.contract.EventSinkContract;

class RecordedEventsContractTest extends EventSinkContract {

  private final RecordedEvents events = new RecordedEvents();

  @Override
  protected EventSink open() {
    return events;
  }

  @Override
  protected List<InventoryEvent> received() {
    return events.all();
  }
}
