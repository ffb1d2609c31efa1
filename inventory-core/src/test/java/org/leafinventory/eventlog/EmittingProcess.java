package org.leafinventory.eventlog;

import java.nio.file.Path;
import org.leafinventory.filestore.JavaProcesses;

/** Emits many events, of very different lengths. */
final class EmittingProcess {

  /** How many; the system property {@code leaf.test.events} sets another number. */
  static final int EVENTS = Integer.getInteger("leaf.test.events", 300);

  private EmittingProcess() {}

  /** Takes the root and the number of this process. */
  public static void main(String[] arguments) throws Exception {
    JsonLinesEventLog log = JsonLinesEventLog.at(Path.of(arguments[0]));
    JavaProcesses.awaitOthers();
    emit(log, Integer.parseInt(arguments[1]));
  }

  static void emit(JsonLinesEventLog log, int writer) {
    for (int number = 0; number < EVENTS; number++) {
      log.emit(Events.event(writer + "/" + number + "/" + "ä".repeat(number * 30 % 9000)));
    }
  }
}
