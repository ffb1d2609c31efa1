package org.leafinventory.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;

/**
 * Reads the files that {@link JsonLinesEventLog} writes, in memory for one line at a time.
 *
 * <p>A log may be read while others append to it; what comes after the end was reached is not seen.
 * Lines that are no events, such as one that a crash cut short, are skipped, empty ones without a
 * word. Thread-safe; each stream is for one thread.
 */
public final class EventLog {

  /** Room for an event that carries a whole inventory with its raw sections. */
  private static final int LINE_LIMIT = 16 << 20;

  private EventLog() {}

  /**
   * The events of {@code file} in the order of its lines; none if there is no such file. To be
   * closed.
   *
   * @throws UncheckedIOException if the file cannot be read; the stream throws it too
   */
  public static Stream<InventoryEvent> read(Path file) {
    return read(file, skipped -> {});
  }

  /**
   * The events of {@code file} in the order of its lines; none if there is no such file. To be
   * closed.
   *
   * @param skipped is told of each line that is no event, as the stream comes past it
   * @throws UncheckedIOException if the file cannot be read; the stream throws it too
   */
  public static Stream<InventoryEvent> read(Path file, Consumer<SkippedLine> skipped) {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw failure(file, e);
    }
    return StreamSupport.stream(new Events(file, in, skipped), false)
        .onClose(() -> close(file, in));
  }

  private static void close(Path file, InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static UncheckedIOException failure(Path file, IOException e) {
    return new UncheckedIOException("cannot read " + file + ": " + WholeFiles.explain(e), e);
  }

  /** Goes through the lines and leaves out those that are no events. */
  private static final class Events extends Spliterators.AbstractSpliterator<InventoryEvent> {

    private final Path file;
    private final Lines lines;
    private final Consumer<SkippedLine> skipped;

    Events(Path file, InputStream in, Consumer<SkippedLine> skipped) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
      this.file = file;
      this.lines = new Lines(in, LINE_LIMIT);
      this.skipped = skipped;
    }

    @Override
    public boolean tryAdvance(Consumer<? super InventoryEvent> action) {
      Optional<InventoryEvent> event;
      try {
        event = nextEvent();
      } catch (IOException e) {
        throw failure(file, e);
      }
      event.ifPresent(action);
      return event.isPresent();
    }

    private Optional<InventoryEvent> nextEvent() throws IOException {
      for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        Optional<InventoryEvent> event = event(line.get());
        if (event.isPresent()) {
          return event;
        }
      }
      return Optional.empty();
    }

    private Optional<InventoryEvent> event(Lines.Line line) {
      if (line.tooLong()) {
        return skip(line, "is longer than " + (LINE_LIMIT >> 20) + " MiB");
      }
      if (line.text().isBlank()) {
        return Optional.empty();
      }
      try {
        return Optional.of(EventJson.read(line.text(), "is not an event"));
      } catch (JsonFormatException e) {
        return skip(line, line.ended() ? String.valueOf(e.getMessage()) : "is cut short");
      }
    }

    private Optional<InventoryEvent> skip(Lines.Line line, String reason) {
      skipped.accept(new SkippedLine(file, line.number(), reason));
      return Optional.empty();
    }
  }
}
