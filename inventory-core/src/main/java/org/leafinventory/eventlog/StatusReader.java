package org.leafinventory.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.leafinventory.projection.FleetStatus;
import org.leafinventory.projection.StatusChange;

/**
 * Reads how far each host has come from a log, and remembers it in a file beside the log, so that
 * the next time only what has been appended is read.
 *
 * <p>That file is a cache and nothing else: it counts only for a log that begins with the very same
 * bytes. If it is missing, of another log, damaged or cannot be written, the answer is the same and
 * takes longer. Thread-safe, also between processes.
 */
public final class StatusReader {

  /** Less than this is read again rather than written down. */
  private static final long WORTH_KEEPING = 256 << 10;

  private final Path log;
  private final StatusCache cache;

  private StatusReader(Path log) {
    this.log = log;
    this.cache = new StatusCache(log.resolveSibling(".cache").resolve("status.json"));
  }

  /** A reader for {@code log}, which need not be there. */
  public static StatusReader of(Path log) {
    return new StatusReader(log.toAbsolutePath());
  }

  /** The file that holds the cache; it need not be there. */
  public Path cacheFile() {
    return cache.file();
  }

  /**
   * The status that all events of the log lead to.
   *
   * @param skipped is told of what is no event, in the part of the log that had to be read
   * @throws UncheckedIOException if the log cannot be read
   */
  public FleetStatus read(Consumer<SkippedLine> skipped) {
    return read(cache.read(), WORTH_KEEPING, skipped);
  }

  /**
   * The status that all events of the log lead to, from the log alone; the cache is written anew.
   *
   * @param skipped is told of what is no event
   * @throws UncheckedIOException if the log cannot be read
   */
  public FleetStatus rebuild(Consumer<SkippedLine> skipped) {
    return read(Optional.empty(), 0, skipped);
  }

  private FleetStatus read(
      Optional<StatusCache.Entry> cached, long worthKeeping, Consumer<SkippedLine> skipped) {
    try (FileChannel in = FileChannel.open(log, StandardOpenOption.READ)) {
      Optional<StatusCache.Entry> known = known(cached, in);
      LogDigest before = known.map(StatusCache.Entry::digest).orElse(LogDigest.EMPTY);
      FleetStatus status = known.map(StatusCache.Entry::status).orElse(FleetStatus.empty());
      in.position(before.length());
      ChunkParser<StatusChange> parser = ChunkParser.of(StatusShortcut.CHANGES);
      EventStream<StatusChange> changes = EventStream.settled(log, in, parser, skipped);
      FleetStatus settled = status.afterChanges(StreamSupport.stream(changes, false));
      long end = changes.settledEnd();
      if (end - before.length() > worthKeeping) {
        cache.write(before.until(in, end), settled);
      }
      in.position(end);
      return settled.afterChanges(EventStream.of(log, in, parser, skipped));
    } catch (NoSuchFileException e) {
      return FleetStatus.empty();
    } catch (IOException e) {
      throw EventStream.failure(log, e);
    }
  }

  /** What is cached, if it is of this log. */
  private static Optional<StatusCache.Entry> known(
      Optional<StatusCache.Entry> cached, FileChannel in) throws IOException {
    return cached.isPresent() && cached.get().digest().isOf(in) ? cached : Optional.empty();
  }
}
