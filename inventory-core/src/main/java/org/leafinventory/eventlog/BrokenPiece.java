package org.leafinventory.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.leafinventory.event.InventoryEvent;
import org.leafinventory.json.EventJson;
import org.leafinventory.json.JsonFormatException;

/**
 * A piece that is not one event: lines of something else, an event that was cut short, or several
 * events whose lines are indented. Goes through it line by line and keeps what is to be had.
 */
final class BrokenPiece {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int CUT_SHORT = -1;
  private static final int WRONG = -2;

  private final Chunk chunk;
  private final byte[] bytes;
  private final int to;
  private final List<Finding<InventoryEvent>> findings = new ArrayList<>();
  private int at;

  /** Whether the lines may be the rest of a document that was told of already. */
  private boolean withinBroken;

  BrokenPiece(Chunk chunk, int from, int to) {
    this.chunk = chunk;
    this.bytes = chunk.bytes();
    this.at = from;
    this.to = to;
  }

  List<Finding<InventoryEvent>> findings() {
    while (at < to) {
      int lineStart = at;
      int lineEnd = lineEnd();
      while (at < lineEnd && isBlank(bytes[at])) {
        at++;
      }
      if (at == lineEnd) {
        at = Math.min(to, lineEnd + 1);
      } else if (bytes[at] == '{') {
        document(lineEnd, withinBroken && at > lineStart);
      } else {
        if (!(withinBroken && (at > lineStart || "\"}]".indexOf(bytes[at]) >= 0))) {
          withinBroken = false;
          broken(at, complaint(at, lineEnd));
        }
        at = lineEnd;
      }
    }
    return findings;
  }

  private void document(int lineEnd, boolean silently) {
    int end = documentEnd(at, to);
    if (end >= 0) {
      event(end, silently);
      at = end;
      return;
    }
    if (!silently) {
      boolean cut =
          end == CUT_SHORT || (isOneLine(lineEnd) && documentEnd(at, lineEnd) == CUT_SHORT);
      broken(at, cut ? "is cut short" : complaint(at, to));
    }
    withinBroken = true;
    at = lineEnd;
  }

  private void event(int end, boolean silently) {
    try {
      findings.add(
          Finding.event(EventJson.read(bytes, at, end, "is not an event"), chunk.offset() + at));
      withinBroken = false;
    } catch (JsonFormatException e) {
      if (!silently) {
        broken(at, String.valueOf(e.getMessage()));
      }
    }
  }

  private String complaint(int from, int end) {
    try {
      return "is not an event: " + EventJson.read(bytes, from, end, "").eventId();
    } catch (JsonFormatException e) {
      return "is not an event" + e.getMessage();
    }
  }

  private void broken(int from, String reason) {
    findings.add(Finding.broken(chunk.offset() + from, reason));
  }

  private boolean isOneLine(int lineEnd) {
    for (int i = lineEnd; i < to; i++) {
      if (!isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd() {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Where the object that begins at {@code from} ends, or why it does not. */
  private int documentEnd(int from, int end) {
    try (JsonParser parser = JSON.createParser(bytes, from, end - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return WRONG;
      }
      parser.skipChildren();
      return from + (int) parser.currentLocation().getByteOffset();
    } catch (JsonEOFException e) {
      return CUT_SHORT;
    } catch (IOException e) {
      return WRONG;
    }
  }
}
