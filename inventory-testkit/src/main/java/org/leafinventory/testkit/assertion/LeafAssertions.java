package org.leafinventory.testkit.assertion;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.model.Disk;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.policy.TuningProfile;

/**
 * Where assertions on the model begin. Import it beside AssertJ's own:
 *
 * <pre>{@code
 * import static org.assertj.core.api.Assertions.assertThat;
 * import static org.leafinventory.testkit.assertion.LeafAssertions.assertThat;
 *
 * assertThat(inventory).hasMemory(ByteSize.ofGibibytes(64)).hasNoIssues().hasDisk("disk0");
 * }</pre>
 *
 * <p>A failure says which Mac, what was expected, what it has, and where it helps what else there
 * is to choose from.
 */
public final class LeafAssertions {

  private LeafAssertions() {}

  /** Begins assertions on an inventory. */
  public static HardwareInventoryAssert assertThat(@Nullable HardwareInventory actual) {
    return new HardwareInventoryAssert(actual);
  }

  /** Begins assertions on a disk. */
  public static DiskAssert assertThat(@Nullable Disk actual) {
    return new DiskAssert(actual);
  }

  /** Begins assertions on a profile. */
  public static TuningProfileAssert assertThat(@Nullable TuningProfile actual) {
    return new TuningProfileAssert(actual);
  }

  /** Begins assertions on a failure that is at hand. */
  public static CollectionExceptionAssert assertThat(@Nullable CollectionException actual) {
    return new CollectionExceptionAssert(actual);
  }

  /**
   * Runs {@code collection}, which must end with a {@link CollectionException}, and begins
   * assertions on that.
   */
  public static CollectionExceptionAssert assertThatCollectionFails(ThrowingCallable collection) {
    Throwable thrown = Assertions.catchThrowable(collection);
    Assertions.assertThat(thrown)
        .as("what came of the collection")
        .isInstanceOf(CollectionException.class);
    return new CollectionExceptionAssert((CollectionException) thrown);
  }
}
