package org.leafinventory.filestore;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leafinventory.event.EventType;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.JsonLinesEventLog;

/** Saves and emits until it is killed or nobody listens; says what it has done, each time. */
final class KilledProcess {

  private KilledProcess() {}

  /** Takes the root and the number of this process, which tells its work from that of others. */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    int process = Integer.parseInt(arguments[1]);
    FileInventoryStore store = FileInventoryStore.at(root);
    JsonLinesEventLog log = JsonLinesEventLog.at(root);
    for (int number = 0; !System.out.checkError(); number++) {
      String snapshot =
          store
              .save(
                  Inventories.named(
                      process + "/" + number, Inventories.NOON.plusSeconds(number % 7)))
              .id();
      System.out.println("saved " + process + "/" + number + " " + snapshot);
      log.emit(event(process, number));
      System.out.println("logged " + new UUID(process, number));
    }
  }

  private static InventoryEvent event(int process, int number) {
    return new InventoryEvent(
        new UUID(process, number),
        EventType.EXTRACTION_COMPLETED,
        "studio-1",
        "inventory",
        Inventories.NOON,
        new UUID(process, 0),
        Optional.empty(),
        Map.of("text", "ä".repeat(number * 100 % 9000)));
  }
}
