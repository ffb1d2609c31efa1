package org.leafinventory.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.ByteSize;

class ByteSizeTest {

  @Test
  void factories_count_in_the_unit_they_name() {
    assertThat(ByteSize.ofMebibytes(1).bytes()).isEqualTo(1_048_576);
    assertThat(ByteSize.ofGibibytes(1).bytes()).isEqualTo(1_073_741_824);
    assertThat(ByteSize.ofGigabytes(1).bytes()).isEqualTo(1_000_000_000);
    assertThat(ByteSize.ofBytes(7).bytes()).isEqualTo(7);
  }

  @Test
  void whole_units_are_rounded_down() {
    assertThat(ByteSize.ofBytes((64L << 30) - 1).wholeGibibytes()).isEqualTo(63);
    assertThat(ByteSize.ofBytes(999_999_999).wholeGigabytes()).isZero();
  }

  @Test
  void negative_and_unrepresentable_sizes_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByteSize.ofBytes(-5))
        .withMessage("a size cannot be negative: -5 bytes");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ByteSize.ofGibibytes(1L << 40));
  }

  @Property
  void sums_are_exact_up_to_the_largest_size(
      @ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
    ByteSize sum = ByteSize.ofBytes(a).plus(ByteSize.ofBytes(b));

    assertThat(sum.bytes()).isEqualTo(a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    assertThat(sum.isAtLeast(ByteSize.ofBytes(a))).isTrue();
  }

  @Property
  void order_is_that_of_the_bytes(
      @ForAll @LongRange(min = 0) long a, @ForAll @LongRange(min = 0) long b) {
    ByteSize left = ByteSize.ofBytes(a);
    ByteSize right = ByteSize.ofBytes(b);

    assertThat(left.isAtLeast(right)).isEqualTo(a >= b);
    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(Long.compare(a, b));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1000555581440, 1.0 TB",
    "9223372036854775807, 9.2 EB"
  })
  void people_read_decimal_units(long bytes, String text) {
    assertThat(ByteSize.ofBytes(bytes)).hasToString(text);
  }
}
