package org.leafinventory.ssh;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Printable;

/** Turns what went wrong below into what the caller can act on. */
final class Failures {

  private Failures() {}

  /** The caller's thread was interrupted. */
  static CollectionException cancelled(Target target, @Nullable Throwable cause) {
    return new CollectionException(
        target,
        FailureKind.CANCELLED,
        "the run was cancelled",
        "run it again if that was not meant",
        cause);
  }

  /** A limit was reached. */
  static CollectionException timeout(Target target, Deadline.Expiry expiry, Throwable cause) {
    return new CollectionException(
        target,
        FailureKind.TIMEOUT,
        expiry.step().words()
            + " did not end within "
            + seconds(expiry.limit())
            + " ("
            + expiry.setting()
            + ")",
        timeoutAdvice(expiry.step()) + ", or raise " + expiry.setting(),
        cause);
  }

  /** Any other failure at {@code step}; {@code firstLine} is what the peer said first. */
  static CollectionException at(Step step, Destination to, String firstLine, Exception e) {
    if (e instanceof CollectionException told) {
      return told;
    }
    if (e instanceof CommandException command) {
      return new CollectionException(
          to.target(), FailureKind.COMMAND, command.reason(), command.advice());
    }
    return new CollectionException(
        to.target(), step.kind(), reason(step, to, firstLine, e), advice(step, to, e), e);
  }

  /** Whether the server itself said why it hangs up. */
  static boolean isServersWord(IOException e) {
    return e instanceof SSHException ssh && ssh.getDisconnectReason() != DisconnectReason.UNKNOWN;
  }

  private static String reason(Step step, Destination to, String firstLine, Exception e) {
    return switch (step) {
      case RESOLVE ->
          e instanceof UnknownHostException
              ? "the host name " + Printable.quote(to.host()) + " has no address"
              : "the host name cannot be resolved: " + words(e);
      case CONNECT -> "no connection to port " + to.port() + ": " + words(e);
      case BANNER ->
          firstLine.isEmpty()
              ? "port " + to.port() + " closed the connection without an SSH banner"
              : "no SSH 2 server answers on port "
                  + to.port()
                  + ": it said "
                  + Printable.quote(firstLine);
      case KEY_EXCHANGE -> "the key exchange failed: " + words(e);
      case AUTHENTICATION, COMMAND ->
          "the connection was lost while " + during(step) + ": " + words(e);
      case SESSION ->
          e instanceof OpenFailException
              ? "the server refuses a session: " + words(e)
              : "the connection was lost while opening a session: " + words(e);
    };
  }

  private static String during(Step step) {
    return step == Step.AUTHENTICATION ? "logging in" : step.words();
  }

  private static String advice(Step step, Destination to, Exception e) {
    return switch (step) {
      case RESOLVE -> "check the spelling and the name server, or give an IP address";
      case CONNECT ->
          "check that the machine is on and that Remote Login (sshd) listens on port " + to.port();
      case BANNER ->
          "check that sshd listens on port "
              + to.port()
              + "; one that is busy (MaxStartups) or refuses this address hangs up, too";
      case KEY_EXCHANGE -> "compare with `ssh -v -p " + to.port() + " " + to.host() + "`";
      case SESSION ->
          e instanceof OpenFailException
              ? "check MaxSessions and what sshd_config allows this user"
              : "try again, and look at the machine's sshd log";
      case AUTHENTICATION, COMMAND -> "try again, and look at the machine's sshd log";
    };
  }

  private static String timeoutAdvice(Step step) {
    return switch (step) {
      case RESOLVE -> "check the name server";
      case CONNECT -> "check that the machine is on and that no firewall drops the packets";
      case BANNER, KEY_EXCHANGE -> "check that an SSH server listens there and is not overloaded";
      case AUTHENTICATION -> "look at the machine's sshd log and directory service";
      case SESSION, COMMAND -> "find out what hangs on the machine";
    };
  }

  /** The innermost message there is, on one line. */
  private static String words(Exception e) {
    String found = e.getClass().getSimpleName();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !message.isBlank()) {
        found = message;
      }
    }
    return found.contains("encountered EOF") ? "the peer closed it" : Printable.line(found);
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1_000 == 0
        ? limit.toSeconds() + " s"
        : String.format(Locale.ROOT, "%.3f s", limit.toMillis() / 1_000.0);
  }
}
