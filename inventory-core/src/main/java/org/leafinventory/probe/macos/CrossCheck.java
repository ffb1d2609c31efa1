package org.leafinventory.probe.macos;

import java.util.function.BiPredicate;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Printable;

/**
 * Compares what two commands tell of one fact. Where both tell it and do not agree, the section
 * gets an issue that names both; the one named first is kept.
 */
final class CrossCheck {

  private static final double ONE_PERCENT = 0.01;

  private final Answers answers;
  private final String section;

  CrossCheck(Answers answers, String section) {
    this.answers = answers;
    this.section = section;
  }

  /** Values that must be equal. */
  <T> void same(String fact, Told<T> kept, Told<T> other) {
    agree(fact, kept, other, Object::equals);
  }

  /** Text that means the same in capital letters and with other white space. */
  void sameText(String fact, Told<String> kept, Told<String> other) {
    agree(fact, kept, other, CrossCheck::isSameText);
  }

  /** Sizes of which one is told rounded. */
  void sameRoughly(String fact, Told<ByteSize> kept, Told<ByteSize> other) {
    agree(
        fact,
        kept,
        other,
        (a, b) -> Math.abs((double) a.bytes() - b.bytes()) <= ONE_PERCENT * a.bytes());
  }

  private <T> void agree(String fact, Told<T> kept, Told<T> other, BiPredicate<T, T> agree) {
    if (kept.value().isPresent()
        && other.value().isPresent()
        && !agree.test(kept.value().get(), other.value().get())) {
      answers.issue(
          section,
          IssueKind.CONFLICT,
          fact + ": " + words(kept) + ", " + words(other) + "; the former is kept");
    }
  }

  private static boolean isSameText(String a, String b) {
    return a.replaceAll("\\s+", " ").equalsIgnoreCase(b.replaceAll("\\s+", " "));
  }

  private static <T> String words(Told<T> told) {
    T value = told.value().orElseThrow();
    String shown =
        value instanceof String text
            ? Printable.quote(text)
            : value instanceof ByteSize size ? size.bytes() + " bytes" : value.toString();
    return told.source() + " says " + shown;
  }
}
