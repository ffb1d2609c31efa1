package org.leafinventory.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

  private static final ProbeResult ANSWER =
      ProbeResult.builder()
          .id("sw_vers")
          .command("sw_vers")
          .outcome(ProbeResult.Outcome.EXITED)
          .exitStatus(OptionalInt.of(0))
          .stdout(Bytes.utf8("ProductVersion: 15.0\n"))
          .stderr(Bytes.utf8("noise\n"))
          .build();

  @Test
  void reads_what_the_script_writes_to_the_letter() {
    String text =
        """
        @leaf 4f9k2 begin
        @leaf 4f9k2 probe uname-m uname -m
        arm64

        @leaf 4f9k2 status uname-m 3 2
        a complaint

        @leaf 4f9k2 end uname-m
        @leaf 4f9k2 done
        """;
    FrameReader.Frames frames = read(text);
    assertThat(frames.begun()).isTrue();
    assertThat(frames.complete()).isTrue();
    assertThat(frames.probes())
        .containsExactly(
            ProbeResult.builder()
                .id("uname-m")
                .command("uname -m")
                .outcome(ProbeResult.Outcome.EXITED)
                .exitStatus(OptionalInt.of(3))
                .duration(Duration.ofSeconds(2))
                .stdout(Bytes.utf8("arm64\n"))
                .stderr(Bytes.utf8("a complaint\n"))
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Welcome!\n", "no line feed ", "@leaf other begin\n", "\0\u001b[2J"})
  void noise_before_and_after_is_not_data(String noise) {
    String text = noise + Frames.write(List.of(ANSWER)).text() + noise + "@leaf 4f9k2 done\n";
    assertThat(read(text).probes()).containsExactly(ANSWER);
    assertThat(read(text).complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sh: not found\n", "@leaf 4f9k2 begin", "@leaf 4f9k2 done\n"})
  void a_script_that_did_not_begin_says_nothing(String text) {
    assertThat(read(text)).isEqualTo(new FrameReader.Frames(false, false, List.of()));
  }

  @Test
  void a_probe_that_ran_out_of_time_keeps_what_it_said() {
    FrameReader.Frames frames =
        read(
            """
            @leaf 4f9k2 begin
            @leaf 4f9k2 probe SPUSBDataType system_profiler
            {
            @leaf 4f9k2 status SPUSBDataType timeout 21

            @leaf 4f9k2 end SPUSBDataType
            @leaf 4f9k2 done
            """);
    ProbeResult late = frames.probes().get(0);
    assertThat(late.outcome()).isEqualTo(ProbeResult.Outcome.TIMED_OUT);
    assertThat(late.exitStatus()).isEmpty();
    assertThat(late.stdout()).isEqualTo(Bytes.utf8("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status diskutil-list 12", "probe uname-m una", "done", ""})
  void a_framing_line_that_was_cut_is_neither_a_frame_nor_data(String words) {
    FrameReader.Frames frames =
        read(
            """
            @leaf 4f9k2 begin
            @leaf 4f9k2 probe diskutil-list diskutil list
            <plist>
            @leaf 4f9k2 \
            """
                + words);
    assertThat(frames.complete()).isFalse();
    assertThat(frames.probes()).hasSize(1);
    assertThat(frames.probes().get(0).outcome()).isEqualTo(ProbeResult.Outcome.TRUNCATED);
    assertThat(frames.probes().get(0).stdout()).isEqualTo(Bytes.utf8("<plist>"));
  }

  @Test
  void time_grows_in_proportion_to_the_output() {
    byte[] lines = new byte[8 << 20];
    Arrays.fill(lines, (byte) '\n');
    ProbeResult large = ANSWER.withStdout(Bytes.of(new byte[8 << 20])).withStderr(Bytes.of(lines));
    ProbeResult spiteful = ANSWER.withStdout(Bytes.utf8(" " + Frames.MARK.repeat(1 << 19)));
    Bytes output = Frames.write(List.of(large, spiteful));
    assertThat(output.size()).isGreaterThan(20_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(FrameReader.read(output, Frames.MARK).probes())
                .containsExactly(large, spiteful));
  }

  private static FrameReader.Frames read(String text) {
    return FrameReader.read(Bytes.utf8(text), Frames.MARK);
  }
}
