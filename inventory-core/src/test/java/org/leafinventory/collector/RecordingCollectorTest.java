package org.leafinventory.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.json.InventoryJson;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.probe.Recording;
import org.leafinventory.probe.macos.MacInterpreter;
import org.leafinventory.recording.RecordingFile;
import org.leafinventory.testkit.mac.Fault;
import org.leafinventory.testkit.mac.SimulatedTools;

class RecordingCollectorTest {

  private static final Target TARGET = Target.parse("ssh://admin@mac.leaf.example");

  private final Path folder;
  private final RecordingCollector replay = new RecordingCollector();

  RecordingCollectorTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<String> machines() {
    return SimulatedTools.machines();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void live_and_replayed_inventories_are_equal(String machine) {
    assertReplays(record(SimulatedTools.of(machine)));
  }

  @Test
  void bytes_that_are_no_text_are_replayed_too() {
    SimulatedTools garbled =
        SimulatedTools.of("mac-mini-m4")
            .withFault(Fault.garbage("diskutil", "list", "-plist"))
            .withFault(Fault.garbage("ifconfig", "-a"));
    Recording recording = record(garbled);
    assertThat(recording.probe("ifconfig").map(it -> it.stdout().strictText().isEmpty()))
        .contains(true);
    assertReplays(recording);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://mac.leaf.example", "local:", "recording:"})
  void a_target_that_names_no_file_is_unsupported(String target) {
    CollectionException failure = failure(Target.parse(target));
    assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(failure.reason()).isEqualTo("this collector reads files and nothing else");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    CollectionException failure = failure(Target.of("recording", "/no/such/file.json"));
    assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    assertThat(failure)
        .hasMessage(
            "recording:/no/such/file.json: there is no such file; give the path of a recording");
  }

  @Test
  void a_file_that_is_no_recording_is_told_with_the_place() throws IOException {
    Path file = Files.writeString(folder.resolve("mac.json"), "{\"format\": \"leaf-recording\"}");
    CollectionException failure = failure(target(file));
    assertThat(failure.kind()).isEqualTo(FailureKind.PARSE);
    assertThat(failure)
        .hasMessage(
            "recording:"
                + file
                + ": version: is missing; record the Mac again, or ask for the whole file");
  }

  @Test
  void a_recording_of_no_mac_fails_as_it_does_live() {
    Path file = folder.resolve("mac.json");
    Recording recording = Recording.builder().recordedAt(Instant.EPOCH).build();
    RecordingFile.write(file, recording);
    CollectionException failure = failure(target(file));
    assertThat(failure.kind()).isEqualTo(FailureKind.PARSE);
    assertThat(failure.reason())
        .isEqualTo("the machine told no host name (scutil --get LocalHostName)");
  }

  @Test
  void an_interrupted_thread_is_a_cancelled_collection() {
    Path file = folder.resolve("mac.json");
    RecordingFile.write(file, Recording.builder().recordedAt(Instant.EPOCH).build());
    Thread.currentThread().interrupt();
    try {
      assertThat(failure(target(file)).kind()).isEqualTo(FailureKind.CANCELLED);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  private void assertReplays(Recording recording) {
    assertThat(recording.target()).contains(TARGET);
    Path file = folder.resolve("mac.json");
    RecordingFile.write(file, recording);
    assertThat(RecordingFile.read(file)).isEqualTo(recording);
    HardwareInventory live = MacInterpreter.interpret(recording);
    HardwareInventory replayed = replay.collect(target(file));
    assertThat(replayed).isEqualTo(live);
    assertThat(InventoryJson.write(replayed)).isEqualTo(InventoryJson.write(live));
  }

  private Recording record(SimulatedTools tools) {
    return MacCollector.builder()
        .transport(new LocalShell("/bin/sh", tools, folder.resolve("shell")))
        .clock(Clock.systemUTC())
        .probeTimeout(Duration.ofSeconds(3))
        .build()
        .record(TARGET);
  }

  private CollectionException failure(Target target) {
    return catchThrowableOfType(CollectionException.class, () -> replay.collect(target));
  }

  private static Target target(Path file) {
    return Target.of(RecordingCollector.SCHEME, file.toString());
  }
}
