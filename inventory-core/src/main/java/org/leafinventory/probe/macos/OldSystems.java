package org.leafinventory.probe.macos;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Printable;

/**
 * Tells of systems that are too old to be read in full.
 *
 * <p>macOS answers in JSON since 10.15, and as property lists long before. Where neither came, what
 * the other commands told is kept, and one issue says why the rest is not there.
 */
final class OldSystems {

  private static final Pattern TEN = Pattern.compile("10\\.([0-9]{1,2})(?:\\..*)?");
  private static final int FIRST_WITH_JSON = 15;

  private OldSystems() {}

  /** To be called once all sections have been read. */
  static void judge(Answers answers, Optional<String> macosVersion) {
    boolean unread = answers.wasAsked("SPHardwareDataType") && answers.profiles().isEmpty();
    macosVersion
        .filter(version -> unread && isOld(version))
        .ifPresent(
            version ->
                answers.issue(
                    "system_profiler",
                    IssueKind.FAILED,
                    "unsupported: macOS "
                        + Printable.line(version)
                        + " gave neither JSON nor a property list of any data type; kept is what"
                        + " the other commands told"));
  }

  private static boolean isOld(String version) {
    Matcher minor = TEN.matcher(version);
    return minor.matches() && Integer.parseInt(minor.group(1)) < FIRST_WITH_JSON;
  }
}
