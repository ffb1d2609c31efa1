package org.leafinventory.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

class RecordingJsonTest {

  private static final String TEXT =
      """
      {
        "format": "leaf-recording",
        "version": 1,
        "recorded_at": "2026-01-24T12:00:00Z",
        "target": "ssh://admin@mac.leaf.example:2222",
        "probes": [
          {
            "id": "uname-m",
            "command": "uname -m",
            "outcome": "exited",
            "exit_status": 0,
            "duration_seconds": 1.5,
            "stdout": "arm64\\n",
            "stderr_base64": "/wA="
          },
          {
            "id": "csrutil",
            "command": "csrutil status",
            "outcome": "timed_out",
            "duration_seconds": 20
          }
        ]
      }
      """;

  private static final Recording RECORDING =
      Recording.builder()
          .recordedAt(Instant.parse("2026-01-24T12:00:00Z"))
          .target(Target.parse("ssh://admin@mac.leaf.example:2222"))
          .addProbes(
              ProbeResult.builder()
                  .id("uname-m")
                  .command("uname -m")
                  .outcome(ProbeResult.Outcome.EXITED)
                  .exitStatus(OptionalInt.of(0))
                  .duration(Duration.ofMillis(1500))
                  .stdout(Bytes.utf8("arm64\n"))
                  .stderr(Bytes.of(new byte[] {-1, 0}))
                  .build(),
              ProbeResult.builder()
                  .id("csrutil")
                  .command("csrutil status")
                  .outcome(ProbeResult.Outcome.TIMED_OUT)
                  .duration(Duration.ofSeconds(20))
                  .build())
          .build();

  @Test
  void a_recording_is_written_as_documented() {
    assertThat(new String(RecordingJson.write(RECORDING), StandardCharsets.UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void what_was_written_reads_back() {
    assertThat(read(TEXT)).isEqualTo(RECORDING);
  }

  @Test
  void unknown_keys_are_tolerated_and_nulls_are_absent() {
    String text =
        TEXT.replace("\"version\"", "\"later\": {\"a\": [1.5]}, \"version\"")
            .replace("\"id\"", "\"host\": null, \"id\"")
            .replace("\"outcome\": \"timed_out\"", "\"outcome\": \"timed_out\", \"stdout\": null");
    assertThat(read(text)).isEqualTo(RECORDING);
  }

  @Test
  void a_recording_needs_no_target() {
    String text = TEXT.replaceFirst("\"target\".*\n", "");
    assertThat(read(text)).isEqualTo(RECORDING.withTarget(Optional.empty()));
  }

  @Test
  void a_newer_version_is_refused() {
    assertThatThrownBy(() -> read(TEXT.replace("\"version\": 1", "\"version\": 2")))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "mac.json: version: is 2, newer than 1, the newest known here; read it with a newer"
                + " leaf-inventory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1 | \"version\": 0 | version: is not a whole number of 1 or more",
        "\"version\": 1 | \"version\": \"1\" | version: is not a whole number of 1 or more",
        "\"version\": 1, | '' | version: is missing",
        "\"version\": 1, | \"version\": 1, \"version\": 1, | line 3, column 28: the key"
            + " \"version\" is there twice",
        "leaf-recording | hardware | the document: is no recording: its key \"format\" does not"
            + " say \"leaf-recording\"",
        "2026-01-24T12:00:00Z | today | recorded_at: is not a time such as 2026-01-24T12:00:00Z",
        "\"ssh://admin@mac.leaf.example:2222\" | \"a b\" | target: is not a target such as"
            + " ssh://admin@host:2222",
        "\"probes\": [ | \"probes\": [3, | probes[0]: is not a JSON object",
        "\"id\": \"csrutil\", | '' | probes[1].id: is missing",
        "\"exited\" | \"ended\" | probes[0].outcome: \"ended\" is not exited or timed_out or"
            + " truncated",
        "\"exit_status\": 0 | \"exit_status\": 0.5 | probes[0].exit_status: is not a whole number",
        "\"duration_seconds\": 20 | \"duration_seconds\": -1 | probes[1].duration_seconds: is not"
            + " a number of seconds",
        "\"duration_seconds\": 20 | \"duration_seconds\": 1e999999 | probes[1].duration_seconds:"
            + " is not a number of seconds",
        "\"arm64\\n\" | [] | probes[0].stdout: is not a text",
        "arm64 | \\udc00 | probes[0].stdout: holds half a character (a surrogate), which UTF-8"
            + " cannot say",
        "/wA= | /w*= | probes[0].stderr_base64: is not base64",
        "stderr_base64 | stdout_base64 | probes[0].stdout_base64: stands beside stdout; only one"
            + " of them may",
      })
  void what_is_wrong_is_told_with_its_place(String part, String other, String complaint) {
    assertComplaint(TEXT.replace(part, other), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the document: is empty",
        "[] | the document: is not a JSON object",
        "{} | the document: is no recording",
        "{\"format\": | line 1, column 11: is not JSON: it ends in the middle",
        "{} {} | line 1, column 4: is not JSON: Trailing token",
      })
  void what_is_no_recording_at_all_is_refused(String text, String complaint) {
    assertComplaint(text, complaint);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] json = TEXT.replace("arm64", "arm\u00e464").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> RecordingJson.read(json, "mac.json"))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("mac.json: ")
        .hasMessageContaining("UTF-8");
  }

  @Test
  void more_than_any_mac_says_is_refused() {
    assertThatThrownBy(() -> RecordingJson.read(new byte[(64 << 20) + 1], "mac.json"))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "mac.json: is larger than 67108864 bytes, which no recording of a Mac is; check that"
                + " it is the right file");
  }

  private static Recording read(String text) {
    return RecordingJson.read(text.getBytes(StandardCharsets.UTF_8), "mac.json");
  }

  private static void assertComplaint(String text, String complaint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith("mac.json: " + complaint)
        .hasMessageEndingWith("; record the Mac again, or ask for the whole file")
        .message()
        .doesNotContain("\n");
  }
}
