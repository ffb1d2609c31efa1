package org.leafinventory.nix.print;

/** Sums over a document, so that the width of any stretch of it is one subtraction. */
final class Widths {

  private final int[] flat;
  private final int[] forced;
  private final int[] ahead;
  private final int[] behind;
  private final int[] nextBreak;

  /** Groups up to this width stay on one line if they are asked to. */
  private static final int SHORT = 30;

  private final Doc doc;

  Widths(Doc doc) {
    this.doc = doc;
    int size = doc.size();
    flat = new int[size + 1];
    forced = new int[size + 1];
    ahead = new int[size + 1];
    behind = new int[size + 1];
    nextBreak = new int[size + 1];
    nextBreak[size] = size;
    for (int i = 0; i < size; i++) {
      flat[i + 1] = flat[i] + flatWidth(i);
      forced[i + 1] = forced[i] + (doc.kind(i) == Doc.Kind.NEW_LINES ? 1 : 0);
    }
    boolean[] mayBreak = breaks();
    for (int i = 0; i < size; i++) {
      behind[i + 1] = mayBreak[i] ? 0 : behind[i] + flat(i, i + 1);
    }
    for (int i = size - 1; i >= 0; i--) {
      ahead[i] = mayBreak[i] ? 0 : ahead[i + 1] + flat(i, i + 1);
      nextBreak[i] = mayBreak[i] ? i : nextBreak[i + 1];
    }
  }

  /** Where the line may be broken: at the line breaks that are not in a group that stays flat. */
  private boolean[] breaks() {
    boolean[] result = new boolean[doc.size()];
    int flatUntil = 0;
    for (int i = 0; i < result.length; i++) {
      if (i >= flatUntil && staysFlat(i)) {
        flatUntil = doc.closeOf(i);
      }
      result[i] = i >= flatUntil && doc.kind(i).isBreak();
    }
    return result;
  }

  /** Whether a group opens here that is put on one line whether it fits or not. */
  boolean staysFlat(int index) {
    if (doc.kind(index) != Doc.Kind.OPEN || forced(index, doc.closeOf(index))) {
      return false;
    }
    return switch (doc.group(index)) {
      case FLAT -> true;
      case FLAT_IF_SHORT -> flat(index, doc.closeOf(index)) <= SHORT;
      default -> false;
    };
  }

  private int flatWidth(int index) {
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

  /** Where the line may be broken next, at {@code index} or behind it. */
  int nextBreak(int index) {
    return nextBreak[index];
  }

  /** The width before {@code index} since where the line could last be broken. */
  int behind(int index) {
    return behind[index];
  }
}
