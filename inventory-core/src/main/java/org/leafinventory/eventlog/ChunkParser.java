package org.leafinventory.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;

/**
 * Finds in chunks what is wanted of events. Thread-safe.
 *
 * @param <T> what is made of an event
 */
final class ChunkParser<T> {

  private final Wanted<T> wanted;
  private final Optional<Needle> needle;

  /** They remember what they have seen; each works for one thread at a time. */
  private final ConcurrentLinkedQueue<Wanted.Shortcut<T>> shortcuts = new ConcurrentLinkedQueue<>();

  private ChunkParser(Wanted<T> wanted, Optional<Needle> needle) {
    this.wanted = wanted;
    this.needle = needle;
  }

  /** For the events that {@code filter} takes. */
  static ChunkParser<InventoryEvent> of(EventFilter filter) {
    return new ChunkParser<>(Wanted.by(filter), Needle.of(filter));
  }

  /** For something of every event. */
  static <T> ChunkParser<T> of(Wanted<T> wanted) {
    return new ChunkParser<>(wanted, Optional.empty());
  }

  /** What is wanted, and what is broken among the pieces that had to be read, in their order. */
  List<Finding<T>> parse(Chunk chunk) {
    if (chunk.isTooLong()) {
      return List.of(
          Finding.broken(chunk.offset(), "is longer than " + (ChunkReader.LIMIT >> 20) + " MiB"));
    }
    List<Finding<T>> findings = new ArrayList<>();
    if (needle.isPresent()) {
      Candidates candidates = needle.get().in(chunk);
      for (int at = candidates.next(0); at < chunk.length(); ) {
        int end = chunk.pieceEnd(at);
        parsePiece(chunk, chunk.pieceStart(at), end, findings);
        at = candidates.next(end);
      }
    } else {
      parseAll(chunk, findings);
    }
    return findings;
  }

  private void parseAll(Chunk chunk, List<Finding<T>> findings) {
    Wanted.Shortcut<T> idle = shortcuts.poll();
    Wanted.Shortcut<T> shortcut = idle == null ? wanted.shortcut() : idle;
    int end;
    for (int at = 0; at < chunk.length(); at = end) {
      int offset = at;
      end = shortcut.read(chunk.bytes(), at, chunk.length());
      if (end < 0) {
        end = chunk.pieceEnd(at);
        parsePiece(chunk, at, end, findings);
      } else {
        shortcut.found().ifPresent(it -> findings.add(found(it, chunk, offset)));
      }
    }
    shortcuts.add(shortcut);
  }

  private static <T> Finding<T> found(T it, Chunk chunk, int at) {
    return Finding.event(it, chunk.offset() + at);
  }

  private void parsePiece(Chunk chunk, int from, int to, List<Finding<T>> findings) {
    try {
      InventoryEvent event = EventJson.read(chunk.bytes(), from, to, "is not an event");
      wanted.of(event).ifPresent(it -> findings.add(found(it, chunk, from)));
    } catch (JsonFormatException e) {
      for (Finding<InventoryEvent> finding : new BrokenPiece(chunk, from, to).findings()) {
        if (finding.event().isEmpty()) {
          findings.add(Finding.broken(finding.offset(), finding.reason()));
        }
        finding
            .event()
            .flatMap(wanted::of)
            .ifPresent(it -> findings.add(Finding.event(it, finding.offset())));
      }
    }
  }
}
