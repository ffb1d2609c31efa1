package org.leafinventory.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameReaderPropertyTest {

  @Property(tries = 500)
  void answers_come_back_equal(@ForAll("answers") List<ProbeResult> answers) {
    FrameReader.Frames frames = FrameReader.read(Frames.write(answers), Frames.MARK);
    assertThat(frames).isEqualTo(new FrameReader.Frames(true, true, answers));
  }

  @Property(tries = 500)
  void noise_around_changes_nothing(
      @ForAll("answers") List<ProbeResult> answers,
      @ForAll("output") Bytes before,
      @ForAll("output") Bytes after) {
    Bytes noisy = concat(before, Frames.write(answers), after);
    assertThat(FrameReader.read(noisy, Frames.MARK).probes()).isEqualTo(answers);
  }

  @Property(tries = 1000)
  void a_cut_costs_the_answer_it_hits_and_those_after_it(
      @ForAll("answers") List<ProbeResult> answers, @ForAll int where) {
    byte[] whole = Frames.write(answers).toArray();
    byte[] cut = Arrays.copyOf(whole, Math.floorMod(where, whole.length));
    List<ProbeResult> got = FrameReader.read(Bytes.of(cut), Frames.MARK).probes();
    assertThat(got.size()).isLessThanOrEqualTo(answers.size());
    for (int i = 0; i < got.size() - 1; i++) {
      assertThat(got.get(i)).isEqualTo(answers.get(i));
    }
    if (!got.isEmpty()) {
      assertIsPartOf(got.get(got.size() - 1), answers.get(got.size() - 1));
    }
  }

  /** Output is told as whole only if it is; the error output may be cut. */
  private static void assertIsPartOf(ProbeResult got, ProbeResult answer) {
    assertThat(got.id()).isEqualTo(answer.id());
    assertThat(got.command()).isEqualTo(answer.command());
    if (got.outcome() != ProbeResult.Outcome.TRUNCATED
        || answer.outcome() == ProbeResult.Outcome.TRUNCATED) {
      assertThat(got.exitStatus()).isEqualTo(answer.exitStatus());
    }
    if (got.outcome() == ProbeResult.Outcome.EXITED) {
      assertThat(got.stdout()).isEqualTo(answer.stdout());
    }
  }

  @Property(tries = 1000)
  void any_bytes_give_an_answer(@ForAll byte[] bytes, @ForAll("output") Bytes output) {
    assertThat(FrameReader.read(Bytes.of(bytes), Frames.MARK).begun()).isFalse();
    byte[] begin = (Frames.MARK + " begin\n").getBytes(StandardCharsets.UTF_8);
    Bytes begun = concat(Bytes.of(begin), output, Bytes.of(bytes));
    assertThat(FrameReader.read(begun, Frames.MARK).begun()).isTrue();
  }

  @Property(tries = 1000)
  void any_framing_lines_in_any_order_give_an_answer(@ForAll("framingLines") List<String> lines) {
    String text = Frames.MARK + " begin\n" + String.join("\n", lines);
    FrameReader.Frames frames = FrameReader.read(Bytes.utf8(text), Frames.MARK);
    long opened = lines.stream().filter(line -> line.contains(" probe a b")).count();
    assertThat(frames.probes().size()).isLessThanOrEqualTo((int) opened);
  }

  @Provide
  Arbitrary<List<String>> framingLines() {
    return Arbitraries.of("probe a b", "probe", "status a 0 1", "status", "end a", "done", ".")
        .map(words -> Frames.MARK + " " + words)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Bytes> output() {
    Arbitrary<Bytes> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Bytes::of);
    Arbitrary<Bytes> marks =
        Arbitraries.of(
                "@leaf other done\n",
                "@leaf other end sysctl",
                "\n",
                "\n\n@leaf",
                " " + Frames.MARK + " done\n",
                "no line feed",
                "status\n",
                "")
            .list()
            .ofMaxSize(5)
            .map(parts -> Bytes.utf8(String.join("", parts)));
    return Arbitraries.oneOf(random, marks);
  }

  @Provide
  Arbitrary<List<ProbeResult>> answers() {
    Arbitrary<String> ids = Arbitraries.of("sysctl", "SPUSBDataType", "diskutil-info-disk0");
    Arbitrary<String> commands = Arbitraries.of("sysctl -n x", "a", "diskutil info . -plist");
    Arbitrary<Optional<Duration>> durations =
        Arbitraries.integers().between(0, 90).map(Duration::ofSeconds).optional();
    return Combinators.combine(ids, commands, statuses(), durations, output(), output())
        .as(
            (id, command, status, duration, stdout, stderr) ->
                status
                    .withId(id)
                    .withCommand(command)
                    .withDuration(duration)
                    .withStdout(stdout)
                    .withStderr(stderr))
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<ProbeResult> statuses() {
    return Arbitraries.integers().between(-2, 255).map(FrameReaderPropertyTest::ended);
  }

  private static ProbeResult ended(int status) {
    ProbeResult.Outcome outcome =
        switch (status) {
          case -1 -> ProbeResult.Outcome.TIMED_OUT;
          case -2 -> ProbeResult.Outcome.TRUNCATED;
          default -> ProbeResult.Outcome.EXITED;
        };
    return ProbeResult.builder()
        .id("")
        .command("")
        .outcome(outcome)
        .exitStatus(status < 0 ? OptionalInt.empty() : OptionalInt.of(status))
        .build();
  }

  private static Bytes concat(Bytes... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(part -> all.writeBytes(part.toArray()));
    return Bytes.of(all.toByteArray());
  }
}
