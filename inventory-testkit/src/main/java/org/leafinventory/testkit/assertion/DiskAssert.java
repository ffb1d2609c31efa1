package org.leafinventory.testkit.assertion;

import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Medium;

/** Assertions on a disk; begin with {@link LeafAssertions}. Not thread-safe. */
public final class DiskAssert extends AbstractAssert<DiskAssert, Disk> {

  DiskAssert(@Nullable Disk actual) {
    super(actual, DiskAssert.class);
  }

  /** It has exactly this capacity. */
  public DiskAssert hasSize(ByteSize expected) {
    return has("size of " + expected.bytes() + " bytes", checked().size().equals(expected));
  }

  /** It is told to be built in. */
  public DiskAssert isInternal() {
    return has("place inside the Mac", checked().internal().equals(Optional.of(true)));
  }

  /** It is told not to be built in. */
  public DiskAssert isExternal() {
    return has("place outside the Mac", checked().internal().equals(Optional.of(false)));
  }

  /** It stores on this. */
  public DiskAssert hasMedium(Medium expected) {
    return has("medium " + expected, checked().medium().equals(Optional.of(expected)));
  }

  /** It is attached in this way, such as {@code Apple Fabric}. */
  public DiskAssert hasProtocol(String expected) {
    return has("protocol " + expected, checked().protocol().equals(Optional.of(expected)));
  }

  /** It counts as the machine's own storage. */
  public DiskAssert countsAsStorage() {
    return has(
        "place among the Mac's own storage (internal, not virtual)", checked().countsAsStorage());
  }

  private DiskAssert has(String what, boolean holds) {
    if (!holds) {
      throw failure(
          "%nExpected the disk %s to have a%n  %s%nbut it is%n  %s%n",
          checked().device(), what, checked());
    }
    return this;
  }

  private Disk checked() {
    isNotNull();
    return actual;
  }
}
