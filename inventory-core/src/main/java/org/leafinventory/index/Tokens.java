package org.leafinventory.index;

import java.util.Arrays;

/**
 * Where the texts and whole numbers of a document are that a {@link DocumentSplitter} has taken
 * apart. Immutable.
 */
final class Tokens {

  /** So many digits are surely not more than a {@code long} holds. */
  private static final int SAFE_DIGITS = 18;

  private final byte[] text;
  private int[] from = new int[256];
  private int[] to = new int[256];
  private int count;

  private Tokens(byte[] text) {
    this.text = text;
  }

  static Tokens in(byte[] text) {
    Tokens tokens = new Tokens(text);
    tokens.find();
    tokens.from = Arrays.copyOf(tokens.from, tokens.count);
    tokens.to = Arrays.copyOf(tokens.to, tokens.count);
    return tokens;
  }

  int count() {
    return count;
  }

  int from(int n) {
    return from[n];
  }

  int to(int n) {
    return to[n];
  }

  /**
   * Where the token of the same kind as this one ends in {@code document[start, size)}; -1 if there
   * is none.
   */
  int endIn(byte[] document, int start, int size, int n) {
    if (start >= size) {
      return -1;
    }
    if (text[from[n]] == '"') {
      int close = document[start] == '"' ? Bytes.textEnd(document, start + 1, size) : -1;
      return close < 0 ? -1 : close + 1;
    }
    return numberEnd(document, start, size);
  }

  /** Whether a difference at {@code at} can be one of this token. */
  boolean touches(int n, int at) {
    // What follows a number tells where it ends; a text ends with its quote.
    return at >= from[n] && (text[from[n]] == '"' ? at < to[n] : at <= to[n]);
  }

  private void find() {
    int n = 0;
    while (n < text.length) {
      byte b = text[n];
      if (b == '"') {
        int end = Bytes.textEnd(text, n + 1, text.length) + 1;
        if (end <= 0) {
          return;
        }
        if (!isKey(end)) {
          add(n, end);
        }
        n = end;
      } else if (b >= '0' && b <= '9') {
        int end = numberEnd(text, n, text.length);
        if (end > 0 && isAfterMark(n)) {
          add(n, end);
        }
        n = end > 0 ? end : n + 1;
      } else {
        n++;
      }
    }
  }

  private boolean isKey(int end) {
    int n = end;
    while (n < text.length && isSpace(text[n])) {
      n++;
    }
    return n < text.length && text[n] == ':';
  }

  /** Not the fraction of a number, nor behind a sign. */
  private boolean isAfterMark(int start) {
    int n = start - 1;
    while (n > 0 && isSpace(text[n])) {
      n--;
    }
    return n < 0 || text[n] == ':' || text[n] == ',' || text[n] == '[';
  }

  /** The end of the whole number at {@code start}, if it is one and nothing else; -1 if not. */
  private static int numberEnd(byte[] text, int start, int size) {
    int n = start;
    while (n < size && text[n] >= '0' && text[n] <= '9') {
      n++;
    }
    boolean usual = n > start && n - start <= SAFE_DIGITS && (text[start] != '0' || n == start + 1);
    boolean ends =
        n < size && (text[n] == ',' || text[n] == '}' || text[n] == ']' || isSpace(text[n]));
    return usual && ends ? n : -1;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void add(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = start;
    to[count++] = end;
  }
}
