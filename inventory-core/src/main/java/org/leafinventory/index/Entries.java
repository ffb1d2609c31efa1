package org.leafinventory.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of the folders of a group without their documents: an {@link Entry} for each, in
 * arrays, as they are many and most are only compared. Immutable.
 */
final class Entries {

  private final String[] names;
  private final long[] seconds;
  private final int[] nanos;
  private final long[] sizes;
  private final int[] identities;
  private final Entry.State[] states;
  private final long[] extractedAt;
  private final int[] briefs;
  private final String[] messages;

  /**
   * Reads as many as {@code size} of them, as {@link GroupBuilder} writes them.
   *
   * @throws java.nio.BufferUnderflowException if there are fewer
   */
  Entries(ByteBuffer in, int size) {
    names = new String[size];
    seconds = new long[size];
    nanos = new int[size];
    sizes = new long[size];
    identities = new int[size];
    states = new Entry.State[size];
    extractedAt = new long[size];
    briefs = new int[size];
    messages = new String[size];
    Arrays.fill(messages, "");
    for (int row = 0; row < size; row++) {
      read(in, row);
    }
  }

  private void read(ByteBuffer in, int row) {
    names[row] = Group.text(in);
    seconds[row] = in.getLong();
    nanos[row] = in.getInt();
    sizes[row] = in.getLong();
    identities[row] = in.getInt();
    states[row] = Entry.State.of((char) in.getInt());
    if (isKnown(row)) {
      extractedAt[row] = in.getLong();
      briefs[row] = in.getInt();
    } else {
      messages[row] = Group.text(in);
    }
  }

  int size() {
    return names.length;
  }

  List<String> names() {
    return List.of(names);
  }

  String name(int row) {
    return names[row];
  }

  boolean isKnown(int row) {
    return states[row] == Entry.State.KNOWN;
  }

  long extractedAt(int row) {
    return extractedAt[row];
  }

  int brief(int row) {
    return briefs[row];
  }

  /** Whether the file that was read had this stamp. */
  boolean hasStamp(int row, Stamp stamp) {
    return stamp.modifiedSecond() == seconds[row]
        && stamp.modifiedNano() == nanos[row]
        && stamp.size() == sizes[row]
        && stamp.identity() == identities[row];
  }

  Entry get(int row) {
    Stamp stamp = new Stamp(seconds[row], nanos[row], sizes[row], identities[row]);
    return new Entry(names[row], stamp, states[row], extractedAt[row], briefs[row], messages[row]);
  }
}
