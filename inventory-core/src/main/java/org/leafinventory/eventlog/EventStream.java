package org.leafinventory.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.leafinventory.files.WholeFiles;

/**
 * Goes through the findings of a log and hands out those that are events. While it does, other
 * threads parse the chunks that come next, a few of them.
 *
 * @param <T> what is made of an event
 */
final class EventStream<T> extends Spliterators.AbstractSpliterator<T> {

  private static final int AHEAD = Runtime.getRuntime().availableProcessors() + 1;

  private final Path file;
  private final ChunkReader reader;
  private final ChunkParser<T> parser;
  private final LineNumbers numbers;
  private final Consumer<SkippedLine> skipped;
  private final Deque<Ahead<T>> ahead = new ArrayDeque<>();
  private Iterator<Finding<T>> findings = List.<Finding<T>>of().iterator();
  private final boolean withRest;
  private boolean ended;

  private EventStream(
      Path file,
      FileChannel in,
      ChunkParser<T> parser,
      boolean withRest,
      Consumer<SkippedLine> skipped)
      throws IOException {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    this.file = file;
    this.reader = new ChunkReader(in);
    this.parser = parser;
    this.numbers = new LineNumbers(in);
    this.withRest = withRest;
    this.skipped = skipped;
  }

  /** A chunk that is being parsed. */
  private record Ahead<T>(Chunk chunk, CompletableFuture<List<Finding<T>>> findings) {}

  /** The events from the position of {@code in} on, which is where a piece begins. */
  static <T> Stream<T> of(
      Path file, FileChannel in, ChunkParser<T> parser, Consumer<SkippedLine> skipped)
      throws IOException {
    return StreamSupport.stream(new EventStream<>(file, in, parser, true, skipped), false);
  }

  /**
   * The events from the position of {@code in} on, without the last piece, which writers may go on
   * with. {@link #settledEnd} tells where that begins.
   */
  static <T> EventStream<T> settled(
      Path file, FileChannel in, ChunkParser<T> parser, Consumer<SkippedLine> skipped)
      throws IOException {
    return new EventStream<>(file, in, parser, false, skipped);
  }

  /** Where the last piece begins; to be asked when all before has been handed out. */
  long settledEnd() {
    return reader.rest().offset();
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    try {
      while (findings.hasNext() || nextChunk()) {
        Finding<T> finding = findings.next();
        if (finding.event().isPresent()) {
          action.accept(finding.event().get());
          return true;
        }
        skipped.accept(new SkippedLine(file, numbers.at(finding.offset()), finding.reason()));
      }
      return false;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  static UncheckedIOException failure(Path file, IOException e) {
    return new UncheckedIOException("cannot read " + file + ": " + WholeFiles.explain(e), e);
  }

  /** Whether there is a chunk with findings, which are then next. */
  private boolean nextChunk() throws IOException {
    do {
      readAhead();
      if (ahead.isEmpty()) {
        return false;
      }
      Ahead<T> next = ahead.remove();
      findings = next.findings().join().iterator();
      reader.giveBack(next.chunk());
    } while (!findings.hasNext());
    return true;
  }

  private void readAhead() throws IOException {
    while (!ended && ahead.size() < AHEAD) {
      Optional<Chunk> settled = reader.next();
      ended = settled.isEmpty();
      if (!ended || withRest) {
        Chunk chunk = settled.orElseGet(reader::rest);
        ahead.add(
            new Ahead<>(
                chunk, CompletableFuture.supplyAsync(() -> parser.parse(chunk), Workers.POOL)));
      }
    }
  }
}
