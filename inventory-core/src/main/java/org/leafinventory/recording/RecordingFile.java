package org.leafinventory.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.Recording;

/**
 * A file that holds one {@link Recording}, as {@link RecordingJson} writes it.
 *
 * <p>Such a file holds what tells a Mac from all others, and names of people, in the clear: {@code
 * docs/recording.md} lists what.
 *
 * <p>Thread-safe, and safe between processes: files appear whole or not at all.
 */
public final class RecordingFile {

  private RecordingFile() {}

  /**
   * Writes {@code recording} to {@code file}, in place of what is there. Missing directories are
   * made.
   *
   * @throws RecordingException if it cannot be written; {@code file} is then as it was
   */
  public static void write(Path file, Recording recording) {
    try {
      WholeFiles.replace(file, RecordingJson.write(recording));
    } catch (IOException e) {
      throw inaccessible(file, "cannot be written: " + WholeFiles.explain(e), e);
    }
  }

  /**
   * Reads {@code file}.
   *
   * @throws RecordingException if it cannot be read, or is no recording
   */
  public static Recording read(Path file) {
    return RecordingJson.read(content(file), source(file));
  }

  private static byte[] content(Path file) {
    if (!Files.isRegularFile(file)) {
      throw RecordingException.inaccessible(
          source(file),
          Files.exists(file) ? "is no file" : "there is no such file",
          "give the path of a recording",
          null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(RecordingJson.MAX_BYTES + 1);
    } catch (IOException e) {
      throw inaccessible(file, "cannot be read: " + WholeFiles.explain(e), e);
    }
  }

  /** The reason with what to do about it, as {@link WholeFiles#explain} tells them, taken apart. */
  private static RecordingException inaccessible(Path file, String told, IOException cause) {
    int advice = told.lastIndexOf("; ");
    return RecordingException.inaccessible(
        source(file), told.substring(0, advice), told.substring(advice + 2), cause);
  }

  private static String source(Path file) {
    return Printable.line(file.toString());
  }
}
