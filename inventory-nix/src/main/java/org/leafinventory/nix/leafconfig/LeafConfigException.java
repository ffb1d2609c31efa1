package org.leafinventory.nix.leafconfig;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A configuration could not be read. The message is one line: the file, the place in it, what is
 * wrong there, and what to do.
 */
public final class LeafConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The file is not there, or not readable. */
    UNREADABLE,
    /** Nix is needed and not installed, or could not be started. */
    NO_NIX,
    /** The file is not Nix, or not JSON. */
    SYNTAX,
    /** Nix could not evaluate the file. */
    EVALUATION,
    /** Nix was stopped: it took too long, said too much, or the thread was interrupted. */
    STOPPED,
    /** The file says something else than which hosts there are. */
    CONTENT
  }

  private final transient Path file;
  private final Kind kind;

  /**
   * A failure.
   *
   * @param file the file that was to be read
   * @param detail where in the file, what is wrong, and what to do
   */
  public LeafConfigException(Path file, Kind kind, String detail, @Nullable Throwable cause) {
    this(file, "", kind, detail, cause);
  }

  /**
   * A failure at a known position.
   *
   * @param position line and column as in {@code 3:7}, or nothing
   */
  LeafConfigException(
      Path file, String position, Kind kind, String detail, @Nullable Throwable cause) {
    super(
        OneLine.of(file.toString())
            + (position.isEmpty() ? "" : ":" + position)
            + ": "
            + OneLine.of(detail),
        cause);
    this.file = file;
    this.kind = kind;
  }

  /** The file that was to be read. */
  public Path file() {
    return file;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
