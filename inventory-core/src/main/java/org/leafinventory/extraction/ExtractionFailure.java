package org.leafinventory.extraction;

import java.util.Locale;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.event.EventSinkException;
import org.leafinventory.export.ExportException;
import org.leafinventory.model.Printable;
import org.leafinventory.store.StoreException;

/**
 * Why an extraction failed, as a value that holds on to nothing. Immutable and thread-safe.
 *
 * @param failureClass what sort of failure it is
 * @param kind more exactly, as events tell it: the key of a {@link FailureKind}, {@code store},
 *     {@code export}, {@code event_sink}, or the snake-case name of an exception
 * @param reason what went wrong, on one line
 * @param advice what to do about it, on one line
 * @param worthRetrying whether the same attempt may succeed a little later
 */
public record ExtractionFailure(
    FailureClass failureClass, String kind, String reason, String advice, boolean worthRetrying) {

  /** What {@code failure} means. */
  public static ExtractionFailure of(Throwable failure) {
    if (failure instanceof CollectionException e) {
      return new ExtractionFailure(
          classOf(e.kind()),
          e.kind().key(),
          oneLine(e.reason()),
          oneLine(e.advice()),
          e.kind().isWorthRetrying());
    }
    if (failure instanceof StoreException) {
      return ofOurs(FailureClass.STORAGE, failure);
    }
    if (failure instanceof ExportException) {
      return ofOurs(FailureClass.EXPORT, failure);
    }
    if (failure instanceof EventSinkException) {
      return ofOurs(FailureClass.EVENTS, failure);
    }
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return new ExtractionFailure(
        FailureClass.DEFECT,
        kindOf(failure),
        Printable.line(reason),
        FailureClass.DEFECT.advice(),
        false);
  }

  private static FailureClass classOf(FailureKind kind) {
    return switch (kind) {
      case RESOLVE, CONNECT -> FailureClass.UNREACHABLE;
      case HOST_KEY -> FailureClass.HOST_KEY;
      case AUTHENTICATION -> FailureClass.AUTHENTICATION;
      case TIMEOUT -> FailureClass.TIMEOUT;
      case COMMAND -> FailureClass.PROBE;
      case PARSE -> FailureClass.PARSE;
      case CANCELLED -> FailureClass.CANCELLED;
      case UNSUPPORTED -> FailureClass.UNSUPPORTED;
    };
  }

  /** Our own messages are fit to be shown, and name files whose paths may be long. */
  private static ExtractionFailure ofOurs(FailureClass failureClass, Throwable failure) {
    return new ExtractionFailure(
        failureClass,
        kindOf(failure),
        oneLine(String.valueOf(failure.getMessage())),
        failureClass.advice(),
        false);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  private static String kindOf(Throwable failure) {
    String type = failure.getClass().getSimpleName().replaceAll("Exception$", "");
    return type.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
