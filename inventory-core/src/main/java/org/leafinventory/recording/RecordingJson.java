package org.leafinventory.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.leafinventory.probe.Recording;

/**
 * The JSON of a recording, described in {@code docs/recording.md}.
 *
 * <p>Keys are snake_case and stable; unknown keys are tolerated. What is written is deterministic,
 * and reads back as an equal recording. Thread-safe.
 */
public final class RecordingJson {

  /** What the key {@code format} says. */
  public static final String FORMAT = "leaf-recording";

  /** The version that is written, and the newest that is read. */
  public static final int VERSION = 1;

  /** The most that is read: several times what a collector lets a Mac say. */
  static final int MAX_BYTES = 64 << 20;

  private RecordingJson() {}

  /**
   * The recording as indented JSON in UTF-8 with a final line feed.
   *
   * @throws RecordingException if that is more than is read back, 64 MiB
   */
  public static byte[] write(Recording recording) {
    byte[] json = Mapper.print(RecordingWriter.tree(recording)).getBytes(StandardCharsets.UTF_8);
    requireReadable(json, "the recording");
    return json;
  }

  /**
   * Reads a recording.
   *
   * @param source where the text came from, for messages
   * @throws RecordingException if it is not JSON, no recording, of a newer version, or larger than
   *     64 MiB
   */
  public static Recording read(byte[] json, String source) {
    requireReadable(json, source);
    try {
      return RecordingReader.read(Mapper.parse(json), source);
    } catch (JsonProcessingException e) {
      throw RecordingException.malformed(source, Mapper.place(e), Mapper.wrong(e), e);
    } catch (IOException e) {
      throw RecordingException.malformed(source, Place.DOCUMENT, "is not UTF-8 text", e);
    }
  }

  private static void requireReadable(byte[] json, String source) {
    if (json.length > MAX_BYTES) {
      throw RecordingException.tooLarge(source, MAX_BYTES);
    }
  }
}
