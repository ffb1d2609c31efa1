package org.leafinventory.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.model.ByteSize;

/** What a transport was built with. */
record Settings(
    String user,
    List<Path> identities,
    PassphraseSource passphrases,
    @Nullable Supplier<char[]> password,
    List<Path> knownHosts,
    HostKeyPolicy hostKeys,
    Limits limits,
    ScheduledExecutorService scheduler) {

  /** How long and how much. */
  record Limits(
      Duration connectTimeout,
      Duration authTimeout,
      Duration collectTimeout,
      ByteSize maxStdout,
      ByteSize maxStderr) {}

  /** No secret: a password is only said to be there. */
  @Override
  public String toString() {
    return "user="
        + user
        + ", identities="
        + identities
        + ", password="
        + (password == null ? "none" : "given")
        + ", knownHosts="
        + knownHosts
        + ", hostKeys="
        + hostKeys
        + ", "
        + limits;
  }
}
