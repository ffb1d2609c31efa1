package org.leafinventory.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leafinventory.event.InventoryEvent;

/**
 * Follows a log as it grows: each poll gives what has come since the one before.
 *
 * <p>The file need not be there yet. If another takes its place, or it has become shorter, it is
 * read from its beginning. An event is given once it is whole: one that is being written at the
 * moment comes with the next poll. Holds no file open between polls. For one thread.
 */
public final class EventTail {

  private static final ChunkParser<InventoryEvent> EVERYTHING = ChunkParser.of(EventFilter.all());

  private final Path file;
  private final ChunkParser<InventoryEvent> parser;
  private final Consumer<SkippedLine> skipped;
  private @Nullable Object identity;
  private long offset;
  private long seen;

  private EventTail(Path file, EventFilter filter, Consumer<SkippedLine> skipped) {
    this.file = file;
    this.parser = ChunkParser.of(filter);
    this.skipped = skipped;
  }

  /**
   * Follows {@code file}; the first poll gives the events that are there already.
   *
   * @param skipped is told of what is no event, as for {@link EventLog#read(Path, EventFilter,
   *     Consumer)}
   */
  public static EventTail of(Path file, EventFilter filter, Consumer<SkippedLine> skipped) {
    return new EventTail(file, filter, skipped);
  }

  /**
   * Gives what has come, in its order, to {@code action}.
   *
   * @throws UncheckedIOException if the file cannot be read; a later poll may try again
   */
  public void poll(Consumer<InventoryEvent> action) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (!Objects.equals(identity, now.fileKey()) || now.size() < seen) {
        identity = now.fileKey();
        offset = 0;
        seen = 0;
      }
      if (now.size() > seen) {
        read(action);
      }
    } catch (NoSuchFileException e) {
      offset = 0;
      seen = 0;
    } catch (IOException e) {
      throw EventStream.failure(file, e);
    }
  }

  private void read(Consumer<InventoryEvent> action) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      in.position(offset);
      ChunkReader reader = new ChunkReader(in);
      LineNumbers numbers = new LineNumbers(in);
      for (Optional<Chunk> next = reader.next(); next.isPresent(); next = reader.next()) {
        give(next.get(), numbers, action);
      }
      Chunk rest = reader.rest();
      seen = rest.offset() + rest.length();
      if (isWhole(rest)) {
        give(rest, numbers, action);
      }
    }
  }

  private static boolean isWhole(Chunk chunk) {
    return chunk.length() > 0
        && chunk.bytes()[chunk.length() - 1] == '\n'
        && EVERYTHING.parse(chunk).stream().allMatch(finding -> finding.event().isPresent());
  }

  private void give(Chunk chunk, LineNumbers numbers, Consumer<InventoryEvent> action)
      throws IOException {
    List<Finding<InventoryEvent>> findings = parser.parse(chunk);
    for (Finding<InventoryEvent> finding : findings) {
      finding.event().ifPresent(action);
      if (finding.event().isEmpty()) {
        skipped.accept(new SkippedLine(file, numbers.at(finding.offset()), finding.reason()));
      }
    }
    offset = chunk.offset() + chunk.length();
  }
}
