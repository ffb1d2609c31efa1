package org.leafinventory.ssh.config;

import java.nio.file.Path;

/** A path in which a leading {@code ~} stands for the home folder. */
public final class HomePath {

  private HomePath() {}

  /** The path; a relative one stays relative. */
  public static Path resolve(String text, Path home) {
    if (text.equals("~")) {
      return home;
    }
    return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
  }
}
