package org.leafinventory.recording;

import java.util.Locale;
import org.leafinventory.probe.ProbeResult;

/** The words of the format. */
final class Keys {

  static final String FORMAT = "format";
  static final String VERSION = "version";
  static final String RECORDED_AT = "recorded_at";
  static final String TARGET = "target";
  static final String PROBES = "probes";
  static final String ID = "id";
  static final String COMMAND = "command";
  static final String OUTCOME = "outcome";
  static final String EXIT_STATUS = "exit_status";
  static final String DURATION_SECONDS = "duration_seconds";
  static final String STDOUT = "stdout";
  static final String STDERR = "stderr";

  /** What follows the key of bytes that are no text. */
  static final String BASE64 = "_base64";

  /** How many digits of a second a duration may have. */
  static final int NANO_DIGITS = 9;

  private Keys() {}

  static String outcome(ProbeResult.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
