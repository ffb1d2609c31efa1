package org.leafinventory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time find what one byte at a time finds. */
class BytesPropertyTest {

  /** The bytes where a word's arithmetic could borrow or carry, among any others. */
  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<Byte> telling =
        Arbitraries.of((byte) '"', (byte) '\\', (byte) ' ', (byte) '!', (byte) '#', (byte) '[');
    Arbitrary<Byte> edges =
        Arbitraries.of((byte) 0, (byte) 1, (byte) 0x1f, (byte) 0x7f, (byte) 0x80, (byte) 0xa2);
    Arbitrary<Byte> plain = Arbitraries.bytes().between((byte) 'a', (byte) 'z');
    Arbitrary<Byte> any =
        Arbitraries.frequencyOf(
            Tuple.of(12, plain),
            Tuple.of(2, telling),
            Tuple.of(1, edges),
            Tuple.of(1, Arbitraries.bytes()));
    return any.array(byte[].class).ofMaxSize(48);
  }

  @Property
  void a_text_ends_where_a_plain_loop_says(
      @ForAll("texts") byte[] text, @ForAll @IntRange(max = 12) int from) {
    for (int end = from; end <= text.length; end++) {
      assertThat(Bytes.textEnd(text, from, end)).isEqualTo(slowEnd(text, from, end));
    }
  }

  @Property
  void spaces_end_where_a_plain_loop_says(
      @ForAll @IntRange(max = 40) int spaces, @ForAll("texts") byte[] rest) {
    byte[] text = Arrays.copyOf(" ".repeat(spaces).getBytes(StandardCharsets.US_ASCII), 88);
    System.arraycopy(rest, 0, text, spaces, rest.length);
    for (int from = 0; from <= spaces; from++) {
      for (int end = from; end <= spaces + rest.length; end++) {
        int n = from;
        while (n < end && text[n] == ' ') {
          n++;
        }
        assertThat(Bytes.skipSpaces(text, from, end)).isEqualTo(n);
      }
    }
  }

  @Property
  void equal_bytes_have_equal_hashes_wherever_they_stand(
      @ForAll("texts") byte[] text, @ForAll @IntRange(max = 20) int offset) {
    byte[] moved = new byte[offset + text.length + 9];
    Arrays.fill(moved, (byte) 'x');
    System.arraycopy(text, 0, moved, offset, text.length);

    assertThat(Bytes.hash(moved, offset, offset + text.length))
        .isEqualTo(Bytes.hash(text, 0, text.length));
  }

  @Test
  void numbered_names_spread_over_the_slots_of_a_table() {
    long used =
        IntStream.range(0, 1024)
            .mapToObj(n -> String.format("\"mac-%06d\"", n).getBytes(StandardCharsets.US_ASCII))
            .map(name -> Bytes.hash(name, 0, name.length) & 4095)
            .distinct()
            .count();

    // A random function would use about 906 of them.
    assertThat(used).isGreaterThan(800);
  }

  private static int slowEnd(byte[] text, int from, int end) {
    for (int n = from; n < end; n++) {
      if (text[n] == '"') {
        return n;
      }
      if (text[n] == '\\') {
        n++;
      } else if (text[n] >= 0 && text[n] < ' ') {
        return -1;
      }
    }
    return -1;
  }
}
