package org.leafinventory.eventlog;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.event.EventSink;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.testkit.contract.EventSinkContract;

class JsonLinesEventLogContractTest extends EventSinkContract {

  @TempDir Path root;

  @Override
  protected EventSink open() {
    return JsonLinesEventLog.at(root);
  }

  @Override
  protected List<InventoryEvent> received() {
    return Events.in(JsonLinesEventLog.at(root).file());
  }
}
