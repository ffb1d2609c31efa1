package org.leafinventory.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.eventlog.EventFilter;
import org.leafinventory.eventlog.EventLog;
import org.leafinventory.eventlog.JsonLinesEventLog;
import org.leafinventory.eventlog.SkippedLine;

/** The event log below a root, as the commands read it: what is broken is told, a few times. */
final class LogReader {

  private static final int TOLD = 5;

  private final Path root;
  private final Path file;
  private final PrintWriter err;
  private long skipped;

  LogReader(Path root, PrintWriter err) {
    this.root = root;
    this.file = JsonLinesEventLog.at(root).file();
    this.err = err;
  }

  /** The log; it is there. */
  Path file() {
    if (!Files.exists(file)) {
      throw new CliException(
          "No events found under "
              + root.resolve("events")
              + "; run first: "
              + Leaf.COMMAND
              + " extract TARGET --root "
              + root);
    }
    return file;
  }

  /** What {@code use} makes of the events. */
  <T> T read(EventFilter filter, Function<Stream<InventoryEvent>, T> use) {
    try (Stream<InventoryEvent> events = EventLog.read(file(), filter, this::tell)) {
      return use.apply(events);
    } catch (UncheckedIOException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    } finally {
      tellHowMany();
    }
  }

  /** To be told of what is skipped. */
  Consumer<SkippedLine> skipped() {
    return this::tell;
  }

  private void tell(SkippedLine line) {
    skipped++;
    if (skipped <= TOLD) {
      err.println("leaf: warning: skipped " + line);
    }
  }

  /** To be called at the end of a command. */
  void tellHowMany() {
    if (skipped > TOLD) {
      err.println("leaf: warning: skipped " + (skipped - TOLD) + " more places that are no events");
    }
    skipped = 0;
  }
}
