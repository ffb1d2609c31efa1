package org.leafinventory.collect;

import org.jspecify.annotations.Nullable;

/**
 * No inventory could be had of a target.
 *
 * <p>The message is one line: the target, what went wrong, and what to do. It holds no secret. What
 * the libraries below reported is the cause; where several attempts were made, such as several
 * keys, each is a suppressed exception.
 */
public final class CollectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Target target;
  private final FailureKind kind;
  private final String reason;
  private final String advice;

  /**
   * A failure.
   *
   * @param reason what went wrong, as a clause without a full stop
   * @param advice what to do about it, as a clause without a full stop
   */
  public CollectionException(
      Target target, FailureKind kind, String reason, String advice, @Nullable Throwable cause) {
    super(introduce(target) + reason + "; " + advice, cause);
    this.target = target;
    this.kind = kind;
    this.reason = reason;
    this.advice = advice;
  }

  /** A failure without a cause below it. */
  public CollectionException(Target target, FailureKind kind, String reason, String advice) {
    this(target, kind, reason, advice, null);
  }

  /** A target such as {@code local:} has its colon already. */
  private static String introduce(Target target) {
    String name = target.toString();
    return name.endsWith(":") ? name + " " : name + ": ";
  }

  /** What was asked. */
  public Target target() {
    return target;
  }

  /** The step that failed. */
  public FailureKind kind() {
    return kind;
  }

  /** What went wrong. */
  public String reason() {
    return reason;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
