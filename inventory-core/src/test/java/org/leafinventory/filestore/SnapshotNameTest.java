package org.leafinventory.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotNameTest {

  private static final long YEAR_0 = -62_167_219_200L;
  private static final long END_OF_YEAR_9999 = 253_402_300_799L;

  @Property
  void a_name_says_what_it_was_made_of(
      @ForAll @LongRange(min = YEAR_0, max = END_OF_YEAR_9999) long second,
      @ForAll @IntRange(min = 1, max = 999_999_999) int number) {
    SnapshotName name = new SnapshotName(Instant.ofEpochSecond(second), number);

    assertThat(SnapshotName.parse(name.fileName())).contains(name);
    assertThat(SnapshotName.parseId(name.id())).contains(name);
  }

  @Property
  void names_of_different_seconds_sort_as_text_and_as_time(
      @ForAll @LongRange(min = YEAR_0, max = END_OF_YEAR_9999) long one,
      @ForAll @LongRange(min = YEAR_0, max = END_OF_YEAR_9999) long other) {
    SnapshotName first = SnapshotName.first(Instant.ofEpochSecond(one));
    SnapshotName second = SnapshotName.first(Instant.ofEpochSecond(other));

    assertThat(Integer.signum(first.compareTo(second)))
        .isEqualTo(
            Integer.signum(
                Comparator.<String>naturalOrder().compare(first.fileName(), second.fileName())));
  }

  @Test
  void the_time_is_in_utc() {
    SnapshotName name = SnapshotName.first(Inventories.NOON);

    assertThat(name.fileName()).isEqualTo("hardware_20260124_120000.json");
    assertThat(name.next().fileName()).isEqualTo("hardware_20260124_120000_2.json");
  }

  @Test
  void the_number_within_a_second_sorts_as_a_number() {
    assertThat(new SnapshotName(Inventories.NOON, 10))
        .isGreaterThan(new SnapshotName(Inventories.NOON, 9))
        .isLessThan(new SnapshotName(Inventories.NOON.plusSeconds(1), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "latest.json",
        "hardware.nix",
        "hardware_.json",
        "hardware_20260124.json",
        "hardware_20260124_120000.json.bak",
        "hardware_20260124_120000.JSON",
        "Hardware_20260124_120000.json",
        "hardware_20260124_120000_1.json",
        "hardware_20260124_120000_02.json",
        "hardware_20260124_120000_9999999999.json",
        "hardware_20260230_120000.json",
        "hardware_20260124_240000.json",
        ".hardware_20260124_120000.json.0b7c.tmp",
        "hardware_٢٠٢٦٠١٢٤_١٢٠٠٠٠.json",
        "hardware_20260124_120000\n.json"
      })
  void other_names_are_foreign(String fileName) {
    assertThat(SnapshotName.parse(fileName)).isEmpty();
  }

  @Test
  void a_year_without_four_digits_has_no_name() {
    assertThatThrownBy(() -> SnapshotName.first(Instant.parse("+10000-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "+10000-01-01T00:00:00Z has no place in a file name: the year must have four digits");
  }
}
