package org.leafinventory.probe.macos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The script that asks a Mac what it is made of.
 *
 * <p>It is read by {@code /bin/sh}, writes nothing, needs no administrator rights and leaves
 * nothing running. Immutable and thread-safe.
 *
 * @param mark what every framing line begins with; new for every run
 * @param text the script
 */
public record MacProbe(String mark, String text) {

  /** Time limit of one command unless told otherwise; slower answers than 10 s are real. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);

  private static final int COMMAND_CAP = 2 << 20;
  private static final String TEMPLATE = load("probe.sh");

  /**
   * The script of one run.
   *
   * @param nonce letters and digits that no output can hold by chance
   * @param limit the time that one command may take; whole seconds, 1 second or more
   * @throws IllegalArgumentException if {@code nonce} or {@code limit} is none such
   */
  public static MacProbe script(String nonce, Duration limit) {
    if (!nonce.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException("a nonce is letters and digits");
    }
    if (limit.toSeconds() < 1) {
      throw new IllegalArgumentException("a probe needs at least one second: " + limit);
    }
    String text =
        TEMPLATE
            .replace("@MARK@", nonce)
            .replace("@LIMIT@", Long.toString(limit.toSeconds()))
            .replace("@CAP@", Integer.toString(COMMAND_CAP));
    return new MacProbe("@leaf " + nonce, text);
  }

  private static String load(String resource) {
    try (InputStream in = MacProbe.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside this class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
