package org.leafinventory.index;

/**
 * What is known of one folder without its document.
 *
 * @param name the name of the folder
 * @param stamp of the file that was read
 * @param state what was found
 * @param extractedAt seconds since 1970; 0 unless known
 * @param brief the number of its brief in its group; 0 unless known
 * @param message what is wrong; empty unless unusable
 */
record Entry(String name, Stamp stamp, State state, long extractedAt, int brief, String message) {

  /** What was found in a folder. */
  enum State {
    /** Nothing that has to do with inventories. */
    EMPTY('e'),
    /** An inventory. */
    KNOWN('k'),
    /** A file that is no inventory of this host. */
    UNUSABLE('u');

    /** How it is written. */
    final char code;

    State(char code) {
      this.code = code;
    }

    static State of(char code) {
      return code == KNOWN.code ? KNOWN : code == UNUSABLE.code ? UNUSABLE : EMPTY;
    }
  }

  static Entry empty(String name, Stamp stamp) {
    return new Entry(name, stamp, State.EMPTY, 0, 0, "");
  }

  static Entry unusable(String name, Stamp stamp, String message) {
    return new Entry(name, stamp, State.UNUSABLE, 0, 0, message);
  }

  boolean isKnown() {
    return state == State.KNOWN;
  }

  Entry withBrief(int number) {
    return new Entry(name, stamp, state, extractedAt, number, message);
  }
}
