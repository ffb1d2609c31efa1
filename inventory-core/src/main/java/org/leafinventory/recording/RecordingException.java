package org.leafinventory.recording;

import org.jspecify.annotations.Nullable;

/**
 * A recording could not be read or written.
 *
 * <p>The message is one line: the source, the place in it, what is wrong there, and what to do.
 */
public final class RecordingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String advice;
  private final boolean unreadable;

  private RecordingException(
      String source, String reason, String advice, boolean unreadable, @Nullable Throwable cause) {
    super(source + ": " + reason + "; " + advice, cause);
    this.reason = reason;
    this.advice = advice;
    this.unreadable = unreadable;
  }

  /** The text is no recording: {@code place} in it is not as it should be. */
  static RecordingException malformed(
      String source, String place, String wrong, @Nullable Throwable cause) {
    String advice = "record the Mac again, or ask for the whole file";
    return new RecordingException(source, place + ": " + wrong, advice, false, cause);
  }

  /** The recording is of a version that this program does not know. */
  static RecordingException tooNew(String source, String version, int known) {
    String reason = "version: is " + version + ", newer than " + known + ", the newest known here";
    return new RecordingException(
        source, reason, "read it with a newer leaf-inventory", false, null);
  }

  /** There is more of it than this program takes. */
  static RecordingException tooLarge(String source, long cap) {
    String reason = "is larger than " + cap + " bytes, which no recording of a Mac is";
    return new RecordingException(source, reason, "check that it is the right file", false, null);
  }

  /** The file cannot be read or written at all. */
  static RecordingException inaccessible(
      String source, String reason, String advice, @Nullable Throwable cause) {
    return new RecordingException(source, reason, advice, true, cause);
  }

  /** What is wrong, after the place where it is, as a clause without a full stop. */
  public String reason() {
    return reason;
  }

  /** What to do about it, as a clause without a full stop. */
  public String advice() {
    return advice;
  }

  /** Whether there is no such file or it cannot be accessed, so that its content is unknown. */
  public boolean isUnreadable() {
    return unreadable;
  }
}
