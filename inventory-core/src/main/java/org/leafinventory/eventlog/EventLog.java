package org.leafinventory.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leafinventory.event.InventoryEvent;

/**
 * Reads the files that {@link JsonLinesEventLog} writes, and those of the shell scripts, whose
 * events may go over many lines: each begins with <code>{</code> at the beginning of a line.
 *
 * <p>Memory is needed for a few parts of the file at a time, however long it is; several threads
 * parse them. A log may be read while others append to it; what comes after the end was reached is
 * not seen, for that there is {@link EventTail}. What is no event, such as a line that a crash cut
 * short, is skipped, empty lines without a word. Thread-safe; each stream is for one thread.
 */
public final class EventLog {

  private EventLog() {}

  /**
   * The events of {@code file} in their order; none if there is no such file. To be closed.
   *
   * @throws UncheckedIOException if the file cannot be read; the stream throws it too
   */
  public static Stream<InventoryEvent> read(Path file) {
    return read(file, EventFilter.all(), skipped -> {});
  }

  /**
   * The events of {@code file} in their order; none if there is no such file. To be closed.
   *
   * @param skipped is told of everything that is no event, as the stream comes past it
   * @throws UncheckedIOException if the file cannot be read; the stream throws it too
   */
  public static Stream<InventoryEvent> read(Path file, Consumer<SkippedLine> skipped) {
    return read(file, EventFilter.all(), skipped);
  }

  /**
   * The events of {@code file} that {@code filter} takes, in their order; none if there is no such
   * file. To be closed.
   *
   * <p>Gives the same events as a filter on the whole stream. Where it asks for one host, one
   * correlation or one type, this takes a fraction of the time, as other lines are not parsed.
   *
   * @param skipped is told of what is no event, as the stream comes past it; of lines that cannot
   *     hold an event that is asked for it may not be
   * @throws UncheckedIOException if the file cannot be read; the stream throws it too
   */
  public static Stream<InventoryEvent> read(
      Path file, EventFilter filter, Consumer<SkippedLine> skipped) {
    try {
      FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
      return EventStream.of(file, in, ChunkParser.of(filter), skipped)
          .onClose(() -> close(file, in));
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw EventStream.failure(file, e);
    }
  }

  private static void close(Path file, FileChannel in) {
    try {
      in.close();
    } catch (IOException e) {
      throw EventStream.failure(file, e);
    }
  }
}
