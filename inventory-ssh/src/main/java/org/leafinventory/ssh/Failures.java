package org.leafinventory.ssh;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.OpenFailException.Reason;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.collect.Target;
import org.leafinventory.model.Printable;

/** Turns what went wrong below into what the caller can act on. */
final class Failures {

  /** What sshd says instead of a banner when it has too many connections that are not logged in. */
  private static final String TOO_MANY = "Exceeded MaxStartups";

  /** What sshd from 9.8 on says to an address that it penalises. */
  private static final String PENALTY = "Not allowed at this time";

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
  static CollectionException timeout(Destination to, Deadline.Expiry expiry, Throwable cause) {
    return new CollectionException(
        to.target(),
        FailureKind.TIMEOUT,
        to.at()
            + expiry.step().words()
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
        to.target(),
        step.kind(),
        to.at() + reason(step, to, firstLine, e),
        advice(step, to, firstLine, e),
        e);
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
      case CONNECT ->
          to.via().isEmpty()
              ? "no connection to port " + to.port() + ": " + words(e)
              : to.via() + " opens no connection to " + address(to) + ": " + words(e);
      case BANNER -> noBanner(to, firstLine);
      case KEY_EXCHANGE -> "the key exchange failed: " + words(e);
      case AUTHENTICATION, AGENT, COMMAND ->
          "the connection was lost while " + during(step) + ": " + words(e);
      case SESSION ->
          e instanceof OpenFailException
              ? "the server refuses a session: " + words(e)
              : "the connection was lost while opening a session: " + words(e);
    };
  }

  private static String noBanner(Destination to, String firstLine) {
    if (firstLine.startsWith(TOO_MANY)) {
      return "the server has too many logins under way (MaxStartups)";
    }
    if (firstLine.startsWith(PENALTY)) {
      return "the server keeps this address out for a while (PerSourcePenalties)";
    }
    return firstLine.isEmpty()
        ? "port " + to.port() + " closed the connection without an SSH banner"
        : "no SSH 2 server answers on port "
            + to.port()
            + ": it said "
            + Printable.quote(firstLine);
  }

  private static String address(Destination to) {
    return Printable.line(to.host()) + " port " + to.port();
  }

  private static String during(Step step) {
    return step == Step.COMMAND ? step.words() : "logging in";
  }

  private static String advice(Step step, Destination to, String firstLine, Exception e) {
    return switch (step) {
      case RESOLVE -> "check the spelling and the name server, or give an IP address";
      case CONNECT -> connectAdvice(to, e);
      case BANNER -> bannerAdvice(to, firstLine);
      case KEY_EXCHANGE -> "compare with `ssh -v -p " + to.port() + " " + to.host() + "`";
      case SESSION ->
          e instanceof OpenFailException
              ? "check MaxSessions and what sshd_config allows this user"
              : "try again, and look at the machine's sshd log";
      case AUTHENTICATION, AGENT, COMMAND -> "try again, and look at the machine's sshd log";
    };
  }

  private static String connectAdvice(Destination to, Exception e) {
    String words = words(e);
    if (e instanceof OpenFailException open
        && open.getReason() == Reason.ADMINISTRATIVELY_PROHIBITED) {
      return "check AllowTcpForwarding and PermitOpen in sshd_config there, and the options of the"
          + " key in authorized_keys";
    }
    if (to.via().isEmpty() && (words.contains("No route") || words.contains("unreachable"))) {
      return "check the address, that this machine is on the network or VPN that leads there, and"
          + " that the machine is on";
    }
    if (to.via().isEmpty() && words.contains("Permission denied")) {
      return "check the firewall of this machine, and that the address is one of a machine";
    }
    return "check that the machine is on and that Remote Login (sshd) listens on port " + to.port();
  }

  private static String bannerAdvice(Destination to, String firstLine) {
    if (firstLine.startsWith(TOO_MANY)) {
      return "try again with fewer runs at once, or raise MaxStartups in sshd_config there";
    }
    if (firstLine.startsWith(PENALTY)) {
      return "find out which logins from here failed, and try again when the penalty is over";
    }
    return "check that sshd listens on port "
        + to.port()
        + "; one that is busy (MaxStartups) or refuses this address hangs up, too";
  }

  private static String timeoutAdvice(Step step) {
    return switch (step) {
      case RESOLVE -> "check the name server";
      case CONNECT -> "check that the machine is on and that no firewall drops the packets";
      case BANNER, KEY_EXCHANGE -> "check that an SSH server listens there and is not overloaded";
      case AGENT -> "answer the agent's question, or use another key";
      case AUTHENTICATION -> "look at the machine's sshd log and directory service";
      case SESSION, COMMAND -> "find out what hangs on the machine";
    };
  }

  /** The innermost message there is, on one line. */
  static String words(Exception e) {
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
