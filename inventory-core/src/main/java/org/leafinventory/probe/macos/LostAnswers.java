package org.leafinventory.probe.macos;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.leafinventory.probe.ProbeResult;

/** What stands for the answers that a run lost: those of the commands that every run asks. */
final class LostAnswers {

  private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");

  /** A call with a fixed id, as it is written in the script. */
  private static final Pattern CALL =
      Pattern.compile(
          "^ +(?:lane )?(probe|ask|profile) ([A-Za-z0-9_-]+)((?: [^|\\n]*[^|\\s])?)",
          Pattern.MULTILINE);

  private LostAnswers() {}

  static List<ProbeResult> of(String script) {
    String joined = CONTINUED.matcher(script).replaceAll("");
    return CALL.matcher(joined).results().map(LostAnswers::lost).toList();
  }

  private static ProbeResult lost(MatchResult call) {
    String id = call.group(2);
    String command =
        call.group(1).equals("profile") ? "system_profiler -json " + id : call.group(3).strip();
    return ProbeResult.builder()
        .id(id)
        .command(command)
        .outcome(ProbeResult.Outcome.TIMED_OUT)
        .build();
  }
}
