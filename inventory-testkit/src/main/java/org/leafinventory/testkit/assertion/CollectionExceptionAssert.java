package org.leafinventory.testkit.assertion;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;

/**
 * Assertions on a failed collection; begin with {@link LeafAssertions}. Those of AssertJ on any
 * exception are there as well. Not thread-safe.
 */
public final class CollectionExceptionAssert
    extends AbstractThrowableAssert<CollectionExceptionAssert, CollectionException> {

  CollectionExceptionAssert(@Nullable CollectionException actual) {
    super(actual, CollectionExceptionAssert.class);
  }

  /** It failed at this step. */
  public CollectionExceptionAssert hasKind(FailureKind expected) {
    FailureKind kind = checked().kind();
    return kind == expected ? this : fail("of the kind " + expected, kind.toString());
  }

  /** It is about this target. */
  public CollectionExceptionAssert hasTarget(Target expected) {
    Target target = checked().target();
    return target.equals(expected) ? this : fail("about " + expected, target.toString());
  }

  /** It says this of what went wrong. */
  public CollectionExceptionAssert hasReasonContaining(String expected) {
    String reason = checked().reason();
    return reason.contains(expected)
        ? this
        : fail("with a reason that says \"" + expected + '"', '"' + reason + '"');
  }

  /** It says this of what to do about it. */
  public CollectionExceptionAssert hasAdviceContaining(String expected) {
    String advice = checked().advice();
    return advice.contains(expected)
        ? this
        : fail("with advice that says \"" + expected + '"', '"' + advice + '"');
  }

  private CollectionExceptionAssert fail(String expected, String had) {
    throw failure(
        "%nExpected a failed collection%n  %s%nbut it is%n  %s%nand says%n  %s%n",
        expected, had, checked().getMessage());
  }

  private CollectionException checked() {
    isNotNull();
    return actual;
  }
}
