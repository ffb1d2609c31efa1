package org.leafinventory.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.model.ByteSize;
import org.leafinventory.policy.NatsSize;

class NatsSizeTest {

  private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1023, 1023",
    "1024, 1KB",
    "536870912, 512MB",
    "2147483648, 2GB",
    "17179869184, 16GB",
    "536870912000, 500GB",
    "1099511627776, 1TB",
    "1000000, 1000000",
    "1000555581440, 977105060KB",
    "9223372036854775807, 9223372036854775807"
  })
  void size_is_spelled_in_the_largest_unit_that_fits_exactly(long bytes, String text) {
    assertThat(NatsSize.format(ByteSize.ofBytes(bytes))).isEqualTo(text);
  }

  @Property
  void nats_reads_back_the_same_bytes(@ForAll @LongRange(min = 0) long bytes) {
    assertThat(asNatsReadsIt(NatsSize.format(ByteSize.ofBytes(bytes)))).isEqualTo(bytes);
  }

  /** As nats-server reads an unquoted number with a suffix: KB is 1024 and so on. */
  private static long asNatsReadsIt(String text) {
    String digits = text.replaceAll("[A-Z]", "");
    int unit = UNITS.indexOf(text.substring(digits.length())) + 1;
    return Long.parseLong(digits) << (10 * unit);
  }
}
