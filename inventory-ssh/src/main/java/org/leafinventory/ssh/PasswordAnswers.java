package org.leafinventory.ssh;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the password where it is asked for: to the password method, and to the first hidden
 * question of keyboard-interactive. It is asked for once a login, and wiped after it.
 */
final class PasswordAnswers implements PasswordFinder, ChallengeResponseProvider, AutoCloseable {

  private final Supplier<char[]> password;
  private volatile char @Nullable [] secret;
  private volatile boolean answered;

  PasswordAnswers(Supplier<char[]> password) {
    this.password = password;
  }

  /** Asks for the password unless it is there. */
  void fetch() {
    if (secret == null) {
      secret = password.get().clone();
    }
  }

  /** A copy: SSHJ wipes what it gets. */
  @Override
  public char[] reqPassword(@Nullable Resource<?> resource) {
    char[] known = secret;
    return known == null ? new char[0] : known.clone();
  }

  @Override
  public void close() {
    char[] known = secret;
    if (known != null) {
      Arrays.fill(known, '\0');
    }
  }

  @Override
  public char[] getResponse(String prompt, boolean echo) {
    if (echo || answered) {
      return new char[0];
    }
    answered = true;
    return reqPassword(null);
  }

  @Override
  public boolean shouldRetry(@Nullable Resource<?> resource) {
    return false;
  }

  @Override
  public boolean shouldRetry() {
    return false;
  }

  @Override
  public List<String> getSubmethods() {
    return List.of();
  }

  @Override
  @SuppressWarnings("rawtypes") // as SSHJ declares it
  public void init(Resource resource, String name, String instruction) {
    // Nothing of a question's heading changes the answer.
  }
}
