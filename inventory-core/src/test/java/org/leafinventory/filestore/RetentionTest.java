package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.leafinventory.filestore.Inventories.HOST;
import static org.leafinventory.filestore.Inventories.NOON;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.leafinventory.store.Snapshot;

class RetentionTest {

  @Property(tries = 200)
  void the_newest_are_kept_and_of_the_others_those_that_are_young(
      @ForAll @IntRange(max = 12) int snapshots,
      @ForAll @IntRange(min = 1, max = 14) int keep,
      @ForAll @IntRange(max = 12) int second) {
    List<Snapshot> history = history(snapshots);

    List<Snapshot> excess =
        Retention.keep(keep).onlyBefore(NOON.plusSeconds(second)).excess(history);

    assertThat(excess)
        .isEqualTo(history.subList(0, Math.min(second, Math.max(0, snapshots - keep))));
    assertThat(Retention.keep(keep).excess(history)).hasSize(Math.max(0, snapshots - keep));
  }

  @Test
  void the_latest_is_always_kept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Retention.keep(0))
        .withMessageContaining("1 or more");
  }

  private static List<Snapshot> history(int snapshots) {
    return IntStream.range(0, snapshots)
        .mapToObj(n -> new Snapshot(HOST, NOON.plusSeconds(n), "" + n, Optional.empty()))
        .toList();
  }
}
