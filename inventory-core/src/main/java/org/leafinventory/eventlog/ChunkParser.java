package org.leafinventory.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;

/** Finds the events in chunks that a filter takes. Immutable and thread-safe. */
final class ChunkParser {

  private final EventFilter filter;
  private final Optional<Needle> needle;

  ChunkParser(EventFilter filter) {
    this.filter = filter;
    this.needle = Needle.of(filter);
  }

  /** The events, and what is broken among the pieces that had to be read, in their order. */
  List<Finding> parse(Chunk chunk) {
    if (chunk.isTooLong()) {
      return List.of(
          Finding.broken(chunk.offset(), "is longer than " + (ChunkReader.LIMIT >> 20) + " MiB"));
    }
    List<Finding> findings = new ArrayList<>();
    if (needle.isPresent()) {
      Needle.Candidates candidates = needle.get().in(chunk);
      for (int at = candidates.next(0); at < chunk.length(); ) {
        int end = chunk.pieceEnd(at);
        parsePiece(chunk, chunk.pieceStart(at), end, findings);
        at = candidates.next(end);
      }
    } else {
      int end;
      for (int at = 0; at < chunk.length(); at = end) {
        end = chunk.pieceEnd(at);
        parsePiece(chunk, at, end, findings);
      }
    }
    return findings;
  }

  private void parsePiece(Chunk chunk, int from, int to, List<Finding> findings) {
    try {
      InventoryEvent event = EventJson.read(chunk.bytes(), from, to, "is not an event");
      if (filter.test(event)) {
        findings.add(Finding.event(event, chunk.offset() + from));
      }
    } catch (JsonFormatException e) {
      for (Finding finding : new BrokenPiece(chunk, from, to).findings()) {
        if (finding.event().map(filter::test).orElse(true)) {
          findings.add(finding);
        }
      }
    }
  }
}
