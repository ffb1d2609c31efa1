package org.leafinventory.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CandidatesTest {

  private static final List<String> WORDS =
      List.of("mac-1", "\"mac-1\"", "\"MAC-1\"", "\"mac-10\"", "\\u006d", "{", "zz", "ü", "\u0000");

  @Property(tries = 300)
  void every_line_with_the_needle_or_an_escape_is_found_and_no_other(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int lines,
      @ForAll @IntRange(max = 400) int width) {
    Random random = new Random(seed);
    List<String> text = new ArrayList<>();
    for (int n = 0; n < lines; n++) {
      text.add(line(random, width));
    }
    String needle = random.nextBoolean() ? "mac-1" : "zz";
    String sought = needle.equals("mac-1") ? '"' + needle + '"' : needle;

    List<Integer> expected = new ArrayList<>();
    for (int n = 0; n < lines; n++) {
      String line = text.get(n);
      if (line.indexOf('\\') >= 0 || line.toLowerCase(Locale.ROOT).contains(sought)) {
        expected.add(n);
      }
    }
    EventFilter filter =
        needle.equals("mac-1")
            ? EventFilter.all().withAggregateId(needle)
            : EventFilter.all().withType(needle);
    assertThat(linesFound(text, filter)).isEqualTo(expected);
  }

  private static String line(Random random, int width) {
    StringBuilder line = new StringBuilder();
    while (line.length() < width) {
      if (random.nextInt(20) == 0) {
        line.append(WORDS.get(random.nextInt(WORDS.size())));
      } else {
        line.append((char) ('a' + random.nextInt(13)));
      }
    }
    return line.toString();
  }

  private static List<Integer> linesFound(List<String> lines, EventFilter filter) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    // What is left in the buffer from before must not be found.
    byte[] buffer =
        (new String(text, StandardCharsets.UTF_8) + "\"mac-1\"\\zz".repeat(9))
            .getBytes(StandardCharsets.UTF_8);
    Candidates candidates = Needle.of(filter).orElseThrow().in(new Chunk(buffer, text.length, 0));
    List<Integer> found = new ArrayList<>();
    int start = 0;
    for (int n = 0; n < lines.size(); n++) {
      int end = start + lines.get(n).getBytes(StandardCharsets.UTF_8).length + 1;
      if (candidates.next(start) < end) {
        found.add(n);
      }
      start = end;
    }
    return found;
  }
}
