package org.leafinventory.probe.macos;

import java.util.Optional;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.Printable;
import org.leafinventory.probe.ProbeResult;

/** What is wrong with an answer, whichever sections of the inventory it costs. */
record Trouble(IssueKind kind, String message) {

  /** What keeps an answer from being looked at; an exit status is none while there is output. */
  static Optional<Trouble> with(ProbeResult answer) {
    return switch (answer.outcome()) {
      case TIMED_OUT ->
          of(IssueKind.TIMED_OUT, name(answer) + " did not end within its time limit");
      case TRUNCATED ->
          of(IssueKind.TRUNCATED, name(answer) + " answered more than the cap allows");
      case EXITED -> withExit(answer);
    };
  }

  /** An answer that came and is not in the format expected. */
  static Trouble malformed(ProbeResult answer, String what) {
    return new Trouble(IssueKind.MALFORMED, name(answer) + " " + what);
  }

  /** A command that says itself that it failed. */
  static Trouble failed(ProbeResult answer, String why) {
    return new Trouble(IssueKind.FAILED, name(answer) + " failed: " + Printable.line(why));
  }

  private static Optional<Trouble> withExit(ProbeResult answer) {
    if (answer.isMissingTool()) {
      return of(IssueKind.MISSING_TOOL, "the machine has no " + name(answer).split(" ", 2)[0]);
    }
    if (answer.isSuccess() || !answer.stdout().isEmpty()) {
      return Optional.empty();
    }
    String told = Printable.line(answer.stderr().text());
    String status = answer.exitStatus().isPresent() ? "" + answer.exitStatus().getAsInt() : "?";
    return of(
        IssueKind.FAILED,
        name(answer) + " failed with exit status " + status + (told.isEmpty() ? "" : ": " + told));
  }

  private static Optional<Trouble> of(IssueKind kind, String message) {
    return Optional.of(new Trouble(kind, message));
  }

  /** The command, which came over the same way as its answer and may hold anything. */
  private static String name(ProbeResult answer) {
    return Printable.line(answer.command());
  }
}
