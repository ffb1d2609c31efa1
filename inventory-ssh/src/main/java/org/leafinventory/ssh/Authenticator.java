package org.leafinventory.ssh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.userauth.UserAuth;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.model.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in: every identity in order, then the password, then keyboard-interactive with the password,
 * each at most once and only what the server accepts. Where a server wants several of them, it gets
 * them in its order. One login, one authenticator.
 */
final class Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

  /** Asked for only to learn what the server accepts. */
  private static final String NONE = "none";

  private record Candidate(
      String label,
      AuthMethod method,
      @Nullable AuthMethod question,
      @Nullable PasswordAnswers answers) {

    Candidate(String label, AuthMethod method, @Nullable PasswordAnswers answers) {
      this(label, method, null, answers);
    }
  }

  private final Hop hop;
  private final Destination to;
  private final UserAuth auth;
  private final Service next;
  private final int timeoutMillis;
  private final KeyOffer.Keys keys;
  private final List<Candidate> untried = new ArrayList<>();
  private final List<IOException> failed = new ArrayList<>();
  private boolean passwordGiven;

  Authenticator(Hop hop, UserAuth auth, Service next, int timeoutMillis, KeyOffer.Keys keys) {
    this.hop = hop;
    this.to = hop.to();
    this.auth = auth;
    this.next = next;
    this.timeoutMillis = timeoutMillis;
    this.keys = keys;
  }

  /**
   * Logs in.
   *
   * @param deadline ends the wait for an agent
   * @throws CollectionException {@link FailureKind#AUTHENTICATION} if the server accepts nothing
   * @throws IOException if the connection breaks off
   */
  void authenticate(Deadline deadline) throws IOException {
    Supplier<char[]> password = hop.login().password();
    if (password == null) {
      keyCandidates(deadline);
      logIn();
      return;
    }
    passwordGiven = true;
    try (PasswordAnswers answers = new PasswordAnswers(password)) {
      for (String method : hop.login().methods()) {
        switch (method) {
          case Login.PASSWORD ->
              untried.add(new Candidate(method, new PasswordAuth(answers), answers));
          case Login.KEYBOARD_INTERACTIVE ->
              untried.add(new Candidate(method, new AuthKeyboardInteractive(answers), answers));
          default -> keyCandidates(deadline);
        }
      }
      logIn();
    }
  }

  /** An agent may ask a person for each signature: it is asked for those alone that would do. */
  private void keyCandidates(Deadline deadline) {
    for (Identity identity : keys.identities()) {
      boolean ask = identity.inAgent() && keys.identities().size() > 1;
      untried.add(
          new Candidate(
              Login.PUBLIC_KEY + " " + identity,
              PublicKeyAuth.signing(identity, deadline),
              ask ? PublicKeyAuth.asking(identity, deadline) : null,
              null));
    }
  }

  private void logIn() throws IOException {
    if (untried.isEmpty()) {
      untried.add(new Candidate(NONE, new AuthNone(), null));
    }
    for (Candidate next = nextCandidate(); next != null; next = nextCandidate()) {
      if (attempt(next)) {
        return;
      }
    }
    throw refused(
        to.machine() + " does not accept " + Printable.quote(to.user()) + ": " + tried(), advice());
  }

  /** The next one that the server says it accepts; before the first attempt, that is not known. */
  private @Nullable Candidate nextCandidate() {
    Collection<String> accepted = auth.getAllowedMethods();
    for (Iterator<Candidate> i = untried.iterator(); i.hasNext(); ) {
      Candidate candidate = i.next();
      if (accepted.isEmpty() || accepted.contains(candidate.method().getName())) {
        i.remove();
        return candidate;
      }
    }
    return null;
  }

  private boolean attempt(Candidate candidate) throws IOException {
    LOG.debug("{}: trying {}", to.target(), candidate.label());
    PasswordAnswers answers = candidate.answers();
    if (answers != null && !isAnswered(candidate, answers)) {
      return false;
    }
    try {
      if (wouldDo(candidate)
          && auth.authenticate(to.user(), next, candidate.method(), timeoutMillis)) {
        LOG.debug("{}: logged in with {}", to.target(), candidate.label());
        return true;
      }
      if (!candidate.method().getName().equals(NONE)) {
        failed.add(new IOException(candidate.label() + ": refused"));
      }
    } catch (UserAuthException e) {
      IOException broken = connectionFailure(e);
      if (broken != null) {
        throw hungUp(candidate, broken);
      }
      failed.add(new IOException(candidate.label() + ": " + e.getMessage(), e));
    }
    return false;
  }

  private boolean wouldDo(Candidate candidate) throws IOException {
    AuthMethod question = candidate.question();
    try {
      return question == null || auth.authenticate(to.user(), next, question, timeoutMillis);
    } catch (PublicKeyAuth.WouldDoException yes) {
      return true;
    }
  }

  /** The password is asked for on this thread, not on the one that reads the connection. */
  private boolean isAnswered(Candidate candidate, PasswordAnswers answers) {
    try {
      answers.fetch();
      return true;
    } catch (RuntimeException e) {
      String why = ": the password could not be had (" + e.getClass().getSimpleName() + ")";
      failed.add(new IOException(candidate.label() + why, e));
      return false;
    }
  }

  /**
   * A server that says why it hangs up has decided; one that just goes away is a lost connection.
   */
  private IOException hungUp(Candidate candidate, IOException broken) {
    String words = broken.getMessage();
    if (!Failures.isServersWord(broken) || words == null) {
      return broken;
    }
    failed.add(new IOException(candidate.label() + ": the server hung up", broken));
    throw refused(
        to.machine()
            + " hung up during authentication, saying "
            + Printable.quote(words)
            + ": "
            + tried(),
        "name the one identity that fits (with IdentitiesOnly if an agent holds many), so that"
            + " fewer attempts are needed");
  }

  private CollectionException refused(String reason, String advice) {
    CollectionException refused =
        new CollectionException(to.target(), FailureKind.AUTHENTICATION, reason, advice);
    failed.forEach(refused::addSuppressed);
    keys.problems().forEach(refused::addSuppressed);
    return refused;
  }

  private String tried() {
    String attempts = failed.stream().map(Throwable::getMessage).collect(Collectors.joining(", "));
    String unused =
        keys.problems().stream().map(Throwable::getMessage).collect(Collectors.joining(", "));
    Collection<String> accepted = auth.getAllowedMethods();
    return (attempts.isEmpty() ? "no identity and no password to try" : "tried " + attempts)
        + (keys.left() == 0 ? "" : ", then no more: maxKeys leaves out another " + keys.left())
        + (unused.isEmpty() ? "" : "; not usable: " + unused)
        + (accepted.isEmpty()
            ? ""
            : "; the server accepts " + Printable.line(String.join(", ", accepted)));
  }

  private String advice() {
    if (!keys.problems().isEmpty()) {
      return "make that identity usable, or name another one or a password";
    }
    if (passwordGiven) {
      return "check the user and the password, and whether that user may log in over SSH";
    }
    if (keys.identities().isEmpty()) {
      return "name an identity whose public key stands in ~/.ssh/authorized_keys there";
    }
    return "add the public key of one of these to ~/.ssh/authorized_keys of that user on the"
        + " machine, or name another identity";
  }

  /** What broke the connection, if that is why the attempt failed. */
  private static @Nullable IOException connectionFailure(UserAuthException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PublicKeyAuth.SigningException) {
        return null;
      }
      if (cause instanceof IOException broken && !(cause instanceof UserAuthException)) {
        return broken;
      }
    }
    return null;
  }
}
