package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.Transcript;
import org.leafinventory.probe.Transport;
import org.leafinventory.probe.macos.MacProbe;
import org.leafinventory.testkit.mac.SimulatedTools;
import org.leafinventory.testkit.time.MutableClock;

class MacCollectorTest {

  private static final Target TARGET = Target.parse("ssh://admin@mac.leaf.example");
  private static final Instant ASKED_AT = Instant.parse("2026-01-24T12:00:00Z");

  private final Path folder;

  MacCollectorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_shell_that_cannot_run_the_probe_is_a_command_failure_in_one_line() {
    CollectionException failure =
        failure(
            (target, script) ->
                transcript(127, "Welcome!\n", "sh: no\nsuch\u001b[31m shell\u202e\n"));
    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(failure.target()).isEqualTo(TARGET);
    assertThat(failure)
        .hasMessage(
            "ssh://admin@mac.leaf.example: the probe did not start (exit status 127), the machine"
                + " said: sh: no\\nsuch\\u001b[31m shell\\u202e; check that the user may run"
                + " commands there: ssh HOST /bin/sh");
  }

  @Test
  void a_machine_that_says_nothing_at_all_is_a_command_failure() {
    CollectionException failure =
        failure((target, script) -> new Transcript(OptionalInt.empty(), Bytes.EMPTY, Bytes.EMPTY));
    assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
    assertThat(failure.reason()).isEqualTo("the probe did not start");
  }

  @Test
  void a_probe_that_breaks_off_is_a_command_failure_wherever_it_does() {
    Bytes whole = mac().run(TARGET, script()).stdout();
    for (int length = 0; length < whole.size(); length += 501) {
      Bytes part = Bytes.of(whole.toArray(), 0, length);
      CollectionException failure =
          failure((target, script) -> new Transcript(OptionalInt.empty(), part, Bytes.EMPTY));
      assertThat(failure.kind()).isEqualTo(FailureKind.COMMAND);
      assertThat(failure.getMessage()).doesNotContain("\n");
    }
  }

  @Test
  void an_answer_that_is_no_mac_is_a_parse_failure_in_one_line() {
    Transport linux = changed(text -> text.replace("ci-mini-07", "x;\u0007"));
    CollectionException failure = failure(linux);
    assertThat(failure.kind()).isEqualTo(FailureKind.PARSE);
    assertThat(failure).message().contains("is no host name").doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void noise_around_the_answer_is_not_data() {
    Transport noisy = changed(text -> "{\"json\": 1}\n\0Welcome! " + text + "logout\n");
    assertThat(collector(noisy).collect(TARGET)).isEqualTo(collector(mac()).collect(TARGET));
  }

  @Test
  void its_way_begins_where_its_transport_says() {
    Transport direct = (target, script) -> transcript(0, "", "");
    Transport jumping =
        new Transport() {
          @Override
          public Transcript run(Target target, String script) {
            throw new AssertionError("nobody is to be asked");
          }

          @Override
          public String entryPoint(Target target) {
            return "gate of " + target.address();
          }
        };
    assertThat(collector(direct).entryPoint(TARGET)).isEqualTo("mac.leaf.example");
    assertThat(collector(jumping).entryPoint(TARGET)).isEqualTo("gate of mac.leaf.example");
  }

  @Test
  void a_recording_tells_when_the_machine_was_asked() {
    MutableClock clock = MutableClock.at(ASKED_AT);
    Transport slow =
        (target, script) -> {
          clock.advance(Duration.ofMinutes(1));
          return mac().run(target, script);
        };
    Recording recording =
        MacCollector.builder().transport(slow).clock(clock).build().record(TARGET);
    assertThat(recording.recordedAt()).isEqualTo(ASKED_AT);
  }

  @Test
  void every_run_has_a_mark_of_its_own() {
    List<String> scripts = new ArrayList<>();
    Transport spy =
        (target, script) -> {
          scripts.add(script);
          return transcript(1, "", "");
        };
    MacCollector collector = MacCollector.builder().transport(spy).build();
    assertThatThrownBy(() -> collector.collect(TARGET)).isInstanceOf(CollectionException.class);
    assertThatThrownBy(() -> collector.collect(TARGET)).isInstanceOf(CollectionException.class);
    assertThat(scripts).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void what_the_transport_throws_is_what_the_caller_gets() {
    CollectionException refused =
        new CollectionException(TARGET, FailureKind.CONNECT, "refused", "look");
    assertThat(
            failure(
                (target, script) -> {
                  throw refused;
                }))
        .isSameAs(refused);
  }

  @Test
  void a_builder_refuses_what_cannot_work() {
    assertThatThrownBy(() -> MacCollector.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("transport");
    assertThatThrownBy(() -> MacCollector.builder().probeTimeout(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CollectionException failure(Transport transport) {
    CollectionException failure =
        catchThrowableOfType(CollectionException.class, () -> collector(transport).collect(TARGET));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static MacCollector collector(Transport transport) {
    return MacCollector.builder()
        .transport(transport)
        .clock(Clock.fixed(ASKED_AT, ZoneOffset.UTC))
        .nonces(() -> "n0nce")
        .build();
  }

  private static String script() {
    return MacProbe.script("n0nce", Duration.ofSeconds(5)).text();
  }

  private LocalShell mac() {
    Path own = folder.resolve("" + System.nanoTime());
    return new LocalShell("/bin/sh", SimulatedTools.of("mac-mini-m4"), own);
  }

  private Transport changed(UnaryOperator<String> change) {
    return (target, script) -> {
      Transcript said = mac().run(target, script);
      return transcript(0, change.apply(said.stdout().text()), "");
    };
  }

  private static Transcript transcript(int exit, String stdout, String stderr) {
    return new Transcript(OptionalInt.of(exit), Bytes.utf8(stdout), Bytes.utf8(stderr));
  }
}
