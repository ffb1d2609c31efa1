package org.leafinventory.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.probe.Recording;

class RecordingFileTest {

  private static final Recording RECORDING = Recording.builder().recordedAt(Instant.EPOCH).build();

  private final Path folder;

  RecordingFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_file_reads_back_and_is_replaced_whole() throws IOException {
    Path file = folder.resolve("new/mac.json");
    RecordingFile.write(file, RECORDING);
    Recording later = RECORDING.withRecordedAt(Instant.EPOCH.plusSeconds(1));
    RecordingFile.write(file, later);
    assertThat(RecordingFile.read(file)).isEqualTo(later);
    assertThat(Files.readAllBytes(file)).isEqualTo(RecordingJson.write(later));
    assertThat(folder.resolve("new").toFile().list()).containsExactly("mac.json");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    Path file = folder.resolve("mac.json");
    assertUnreadable(
        () -> RecordingFile.read(file),
        file + ": there is no such file; give the path of a recording");
  }

  @Test
  void a_folder_is_no_file() {
    assertUnreadable(
        () -> RecordingFile.read(folder), folder + ": is no file; give the path of a recording");
  }

  @Test
  void a_file_that_cannot_be_written_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertUnreadable(
        () -> RecordingFile.write(file.resolve("mac.json"), RECORDING),
        file
            + "/mac.json: cannot be written: "
            + file
            + " is not a directory; move it away or choose another directory");
  }

  @Test
  void what_is_wrong_in_a_file_is_told_with_its_name() throws IOException {
    Path file = Files.writeString(folder.resolve("mac.json"), "{}");
    RecordingException failure =
        catchThrowableOfType(RecordingException.class, () -> RecordingFile.read(file));
    assertThat(failure.isUnreadable()).isFalse();
    assertThat(failure).message().startsWith(file + ": the document: is no recording");
    assertThat(failure).hasMessage(file + ": " + failure.reason() + "; " + failure.advice());
  }

  private static void assertUnreadable(ThrowingCallable call, String message) {
    RecordingException failure = catchThrowableOfType(RecordingException.class, call);
    assertThat(failure).hasMessage(message);
    assertThat(failure.isUnreadable()).isTrue();
  }
}
