package org.leafinventory.nix.print;

/** Sums over a document, so that the width of any stretch of it is one subtraction. */
final class Widths {

  private final int[] flat;
  private final int[] forced;
  private final int[] ahead;
  private final int[] behind;

  Widths(Doc doc) {
    int size = doc.size();
    flat = new int[size + 1];
    forced = new int[size + 1];
    ahead = new int[size + 1];
    behind = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int width = flatWidth(doc, i);
      boolean isBreak = doc.kind(i).isBreak();
      flat[i + 1] = flat[i] + width;
      forced[i + 1] = forced[i] + (doc.kind(i) == Doc.Kind.NEW_LINES ? 1 : 0);
      behind[i + 1] = isBreak ? 0 : behind[i] + width;
    }
    for (int i = size - 1; i >= 0; i--) {
      ahead[i] = doc.kind(i).isBreak() ? 0 : ahead[i + 1] + flatWidth(doc, i);
    }
  }

  private static int flatWidth(Doc doc, int index) {
    Doc.Kind kind = doc.kind(index);
    if (kind == Doc.Kind.TEXT) {
      String text = doc.text(index);
      return text.codePointCount(0, text.length());
    }
    return kind.isSpaceWhenFlat() ? 1 : 0;
  }

  /** The width of entries {@code from} (inclusive) to {@code to} (exclusive) on one line. */
  int flat(int from, int to) {
    return flat[to] - flat[from];
  }

  /** Whether these entries cannot stand on one line. */
  boolean forced(int from, int to) {
    return forced[to] > forced[from];
  }

  /** The width from {@code index} up to where the line may next be broken. */
  int ahead(int index) {
    return ahead[index];
  }

  /** The width before {@code index} since where the line could last be broken. */
  int behind(int index) {
    return behind[index];
  }
}
