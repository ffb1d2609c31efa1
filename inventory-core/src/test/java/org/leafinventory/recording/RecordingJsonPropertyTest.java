package org.leafinventory.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

class RecordingJsonPropertyTest {

  @Property(tries = 500)
  void any_recording_reads_back_as_it_was(@ForAll("recordings") Recording recording) {
    byte[] json = RecordingJson.write(recording);
    Recording back = RecordingJson.read(json, "test");
    assertThat(back).isEqualTo(recording);
    assertThat(RecordingJson.write(back)).isEqualTo(json);
  }

  @Property(tries = 500)
  void any_damage_is_a_recording_still_or_one_line_that_says_what_is_wrong(
      @ForAll("recordings") Recording recording, @ForAll int at, @ForAll byte value) {
    byte[] json = RecordingJson.write(recording);
    json[Math.floorMod(at, json.length)] = value;
    assertEndsWell(json);
  }

  @Property(tries = 500)
  void any_bytes_end_well(@ForAll byte[] bytes) {
    assertEndsWell(bytes);
  }

  private static void assertEndsWell(byte[] json) {
    try {
      Recording back = RecordingJson.read(json, "test");
      assertThat(RecordingJson.read(RecordingJson.write(back), "test")).isEqualTo(back);
    } catch (RecordingException e) {
      assertThat(e)
          .message()
          .startsWith("test: ")
          .hasSizeLessThan(600)
          .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202e]");
    }
  }

  @Provide
  static Arbitrary<Recording> recordings() {
    return Combinators.combine(instants(), targets().optional(), probes().list().ofMaxSize(5))
        .as(
            (asked, target, probes) ->
                Recording.builder().recordedAt(asked).target(target).probes(probes).build());
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<Target> targets() {
    return Arbitraries.of(
            "local:", "recording:/tmp/a b%40c.json", "ssh://admin@[fe80::1]:22", "10.1.1.10")
        .map(Target::parse);
  }

  private static Arbitrary<ProbeResult> probes() {
    Arbitrary<OptionalInt> statuses =
        Arbitraries.integers()
            .optional()
            .map(it -> it.isPresent() ? OptionalInt.of(it.get()) : OptionalInt.empty());
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.strings(),
            Arbitraries.of(ProbeResult.Outcome.class),
            statuses,
            durations().optional(),
            bytes(),
            bytes())
        .as(
            (id, command, outcome, status, took, stdout, stderr) ->
                ProbeResult.builder()
                    .id(id)
                    .command(command)
                    .outcome(outcome)
                    .exitStatus(status)
                    .duration(took)
                    .stdout(stdout)
                    .stderr(stderr)
                    .build());
  }

  private static Arbitrary<Duration> durations() {
    return Combinators.combine(
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.of(0, 1, 500_000_000, 999_999_999))
        .as((seconds, nanos) -> Duration.ofSeconds(seconds, nanos));
  }

  private static Arbitrary<Bytes> bytes() {
    return Arbitraries.oneOf(
        Arbitraries.strings().map(Bytes::utf8),
        Arbitraries.strings()
            .withChars("{}[]\"\\ \n\r\t\u0000\u001b\u2028\u00e4\ufeff")
            .map(Bytes::utf8),
        Arbitraries.bytes().array(byte[].class).map(Bytes::of));
  }
}
