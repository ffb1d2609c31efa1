package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static final int LIMIT = 100_000;

  @Property(tries = 100)
  void lines_come_out_as_they_went_in_and_cut_beyond_the_limit(
      @ForAll @Size(max = 20) List<@IntRange(max = 150_000) Integer> lengths) throws IOException {
    List<String> lines = lengths.stream().map("x"::repeat).toList();
    String text = String.join("", lines.stream().map(line -> line + "\n").toList());

    List<Lines.Line> read = read(text);

    assertThat(read).hasSameSizeAs(lines).allMatch(Lines.Line::ended);
    for (Lines.Line line : read) {
      String whole = lines.get((int) line.number() - 1);
      assertThat(line.tooLong()).isEqualTo(whole.length() > LIMIT);
      assertThat(line.text()).isEqualTo(whole.substring(0, Math.min(LIMIT, whole.length())));
    }
  }

  @Test
  void a_last_line_without_end_is_told() throws IOException {
    assertThat(read("one\r\nü"))
        .containsExactly(
            new Lines.Line(1, "one\r", false, true), new Lines.Line(2, "ü", false, false));
  }

  private static List<Lines.Line> read(String text) throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LIMIT);
    List<Lines.Line> all = new ArrayList<>();
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }
}
