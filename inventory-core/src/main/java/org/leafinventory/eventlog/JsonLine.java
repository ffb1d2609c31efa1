package org.leafinventory.eventlog;

/**
 * Passes over the JSON of one line, byte by byte, as far as that can be told without a real parser:
 * texts in ASCII and without escapes, numbers of usual length. At anything else, such as a line
 * feed, it stops with {@link #NO}; what it passes, a parser would read. For one thread.
 */
final class JsonLine {

  /** There is something that only a parser can tell. */
  static final int NO = -1;

  /** Parsers may refuse longer ones. */
  private static final int LONGEST_NUMBER = 30;

  private static final int DEEPEST = 30;

  private byte[] bytes = new byte[0];
  private int length;

  void of(byte[] text, int size) {
    bytes = text;
    length = size;
  }

  /** The byte at {@code at}; 0 behind the end. */
  byte at(int at) {
    return at < length ? bytes[at] : 0;
  }

  /** Whether there is nothing at {@code at} or later. */
  boolean isEnd(int at) {
    return at >= length;
  }

  /** The first place at {@code from} or later that is not blank. */
  int blanks(int from) {
    int at = from;
    while (at < length && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Where the text that opens at {@code from} is closed. */
  int textEnd(int from) {
    byte[] text = bytes;
    int end = length;
    for (int at = from + 1; at < end; at++) {
      byte b = text[at];
      if (b == '"') {
        return at;
      }
      if (b < ' ' || b == '\\') {
        return NO;
      }
    }
    return NO;
  }

  /** Where the key at {@code from} is closed, which must be of usual length. */
  int keyEnd(int from) {
    int end = at(from) == '"' ? textEnd(from) : NO;
    return end - from > 1000 ? NO : end;
  }

  /** The value behind the key that is closed at {@code keyEnd}. */
  int valueOf(int keyEnd) {
    int colon = blanks(keyEnd + 1);
    return at(colon) == ':' ? blanks(colon + 1) : NO;
  }

  /** What comes after the value that ends at {@code end}: a key, or the closing brace. */
  int afterMember(int end) {
    int next = blanks(end);
    if (at(next) == '}') {
      return next;
    }
    int key = at(next) == ',' ? blanks(next + 1) : NO;
    return key != NO && at(key) == '"' ? key : NO;
  }

  /** Where the value that begins at {@code from} ends. */
  int valueEnd(int from) {
    return valueEnd(from, 0);
  }

  private int valueEnd(int from, int depth) {
    byte b = at(from);
    if (b == '"') {
      int close = textEnd(from);
      return close == NO ? NO : close + 1;
    }
    if (b == '{' || b == '[') {
      return depth == DEEPEST ? NO : containerEnd(from, b == '{', depth + 1);
    }
    if (b == '-' || isDigit(b)) {
      return numberEnd(from);
    }
    return b == 't' ? word(from, "true") : b == 'f' ? word(from, "false") : word(from, "null");
  }

  private int containerEnd(int from, boolean object, int depth) {
    byte close = (byte) (object ? '}' : ']');
    int at = blanks(from + 1);
    if (at(at) == close) {
      return at + 1;
    }
    while (true) {
      if (object) {
        int keyEnd = keyEnd(at);
        at = keyEnd == NO ? NO : valueOf(keyEnd);
      }
      int end = at == NO ? NO : valueEnd(at, depth);
      if (end == NO) {
        return NO;
      }
      at = blanks(end);
      if (at(at) == close) {
        return at + 1;
      }
      if (at(at) != ',') {
        return NO;
      }
      at = blanks(at + 1);
    }
  }

  private int numberEnd(int from) {
    int at = from + (bytes[from] == '-' ? 1 : 0);
    int whole = digits(at);
    if (whole == at || (bytes[at] == '0' && whole > at + 1)) {
      return NO;
    }
    at = whole;
    if (at(at) == '.') {
      int fraction = digits(at + 1);
      if (fraction == at + 1) {
        return NO;
      }
      at = fraction;
    }
    // An exponent is rare, and how large one may be is for the parser to say.
    boolean ends = "eE+-.".indexOf(at(at)) < 0;
    return ends && at - from <= LONGEST_NUMBER ? at : NO;
  }

  private int digits(int from) {
    int at = from;
    while (isDigit(at(at))) {
      at++;
    }
    return at;
  }

  /** The end of {@code word}, which is what stands at {@code from}, or {@link #NO}. */
  int word(int from, String word) {
    for (int n = 0; n < word.length(); n++) {
      if (at(from + n) != word.charAt(n)) {
        return NO;
      }
    }
    return from + word.length();
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
