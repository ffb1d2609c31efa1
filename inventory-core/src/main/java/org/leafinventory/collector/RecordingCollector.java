package org.leafinventory.collector;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.Collector;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.recording.RecordingException;
import org.leafinventory.recording.RecordingFile;

/**
 * Collects from a file that holds what a Mac once said; the target is {@code recording:FILE}. The
 * inventory is the one that the Mac itself would have given then.
 *
 * <pre>{@code
 * HardwareInventory mac = new RecordingCollector().collect(Target.parse("recording:mac.json"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class RecordingCollector implements Collector {

  /** The scheme of targets that this collector can ask. */
  public static final String SCHEME = "recording";

  /** A collector; it has nothing to set. */
  public RecordingCollector() {}

  /**
   * Interprets the file that {@code target} names, relative to the working directory.
   *
   * @throws CollectionException {@code UNSUPPORTED} if the target names no file that can be read;
   *     {@code PARSE} if the file is no recording, or not one of a Mac; {@code CANCELLED} if the
   *     thread is interrupted, the flag is still set
   */
  @Override
  public HardwareInventory collect(Target target) {
    Path file = file(target);
    requireNotInterrupted(target);
    try {
      return Interpretation.of(target, RecordingFile.read(file));
    } catch (RecordingException e) {
      FailureKind kind = e.isUnreadable() ? FailureKind.UNSUPPORTED : FailureKind.PARSE;
      throw new CollectionException(target, kind, e.reason(), e.advice(), e);
    }
  }

  /** What follows cannot be interrupted, but is over soon. */
  private static void requireNotInterrupted(Target target) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CollectionException(
          target,
          FailureKind.CANCELLED,
          "the run was cancelled",
          "run it again if that was not meant");
    }
  }

  private static Path file(Target target) {
    String address = target.address();
    boolean isFile =
        target.scheme().equals(SCHEME)
            && !address.isEmpty()
            && target.user().isEmpty()
            && target.port().isEmpty();
    try {
      if (isFile) {
        return Path.of(address);
      }
    } catch (InvalidPathException e) {
      throw unsupported(target);
    }
    throw unsupported(target);
  }

  private static CollectionException unsupported(Target target) {
    return new CollectionException(
        target,
        FailureKind.UNSUPPORTED,
        "this collector reads files and nothing else",
        "write recording:FILE, or use the collector of the scheme");
  }
}
