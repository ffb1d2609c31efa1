package org.leafinventory.testkit.mac;

import java.time.Duration;
import java.util.List;

/**
 * Something that goes wrong on a simulated Mac. Give it to {@link SimulatedMacBuilder#fault} or,
 * where it concerns a command alone, to {@link SimulatedTools#withFault}.
 *
 * <p>Arguments are those of the command as a script would write them. For {@code system_profiler}
 * the data types count and for {@code sysctl} the names, whatever else stands in the call; no
 * arguments at all mean every use of the command. A command is given by its bare name, or {@link
 * IllegalArgumentException} is thrown.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Fault permits CommandFault, SessionFault {

  /**
   * A fault by its name, as annotations write it: {@code noisy-shell}, {@code noisy-logout}, {@code
   * refuse-authentication}, {@code refuse-session}, {@code endless-output}, {@code drop-connection}
   * (after 1000 bytes) or {@code drop-connection:BYTES}; {@code hang} (before any output) or {@code
   * hang:COMMAND}; {@code slow} (each {@code system_profiler} a second late) or {@code
   * slow:COMMAND}; {@code missing-tool:COMMAND}, {@code garbage:COMMAND}, {@code
   * truncated:COMMAND}.
   *
   * <p>A command is written as in a script, without quotes: {@code hang:diskutil list -plist}. A
   * data type of {@code system_profiler} may stand alone: {@code hang:SPNVMeDataType}.
   *
   * @throws IllegalArgumentException if there is no such fault; the message names those there are
   */
  static Fault named(String text) {
    return FaultNames.parse(text);
  }

  /** The login shell prints a message of the day and start-up chatter before the first byte. */
  static Fault noisyShell() {
    return new SessionFault(SessionFault.Kind.NOISY_SHELL, 0);
  }

  /** The login shell chatters after the last byte, as its log-out files may have it. */
  static Fault noisyLogout() {
    return new SessionFault(SessionFault.Kind.NOISY_LOGOUT, 0);
  }

  /** Nobody gets in: every key and every password is refused. */
  static Fault refuseAuthentication() {
    return new SessionFault(SessionFault.Kind.REFUSE_AUTHENTICATION, 0);
  }

  /** Whoever logs in gets no session, as with {@code MaxSessions 0} in sshd_config. */
  static Fault refuseSession() {
    return new SessionFault(SessionFault.Kind.REFUSE_SESSION, 0);
  }

  /** The command is accepted, and then nothing comes, not even an end. */
  static Fault hangBeforeOutput() {
    return new SessionFault(SessionFault.Kind.HANG_BEFORE_OUTPUT, 0);
  }

  /** Instead of running the command, the Mac sends text for as long as the channel is open. */
  static Fault endlessOutput() {
    return new SessionFault(SessionFault.Kind.ENDLESS_OUTPUT, 0);
  }

  /**
   * The TCP connection ends, without an exit status, once the command has sent this much on its
   * standard output.
   *
   * @param bytes how much is still sent, 0 or more
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  static Fault dropConnectionAfter(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must be 0 or more: " + bytes);
    }
    return new SessionFault(SessionFault.Kind.DROP_CONNECTION, bytes);
  }

  /** The command never answers (it sleeps for ten minutes). */
  static Fault hanging(String tool, String... args) {
    return new CommandFault(CommandFault.Kind.HANGING, tool, List.of(args), Duration.ZERO);
  }

  /**
   * The command answers as ever, but this much later.
   *
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  static Fault slow(Duration delay, String tool, String... args) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("the delay must not be negative: " + delay);
    }
    return new CommandFault(CommandFault.Kind.SLOW, tool, List.of(args), delay);
  }

  /**
   * The command is not there: exit status 127 and {@code command not found} on standard error. A
   * stand-in says so, as a simulated Mac must not fall through to the host's own command; {@code
   * command -v} still finds it.
   */
  static Fault missing(String tool) {
    return new CommandFault(CommandFault.Kind.MISSING, tool, List.of(), Duration.ZERO);
  }

  /** In the middle of the command's output stand bytes that are not UTF-8. */
  static Fault garbage(String tool, String... args) {
    return new CommandFault(CommandFault.Kind.GARBAGE, tool, List.of(args), Duration.ZERO);
  }

  /** The command's output ends in the middle, with its usual exit status. */
  static Fault truncated(String tool, String... args) {
    return new CommandFault(CommandFault.Kind.TRUNCATED, tool, List.of(args), Duration.ZERO);
  }
}
