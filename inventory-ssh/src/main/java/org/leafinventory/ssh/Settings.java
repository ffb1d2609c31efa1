package org.leafinventory.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.model.ByteSize;
import org.leafinventory.ssh.config.ConfigFile;
import org.leafinventory.ssh.config.SshConfig;

/** What a transport was built with; what is empty is left to the SSH configuration. */
record Settings(
    Optional<String> user,
    List<Path> identities,
    PassphraseSource passphrases,
    @Nullable Supplier<char[]> password,
    AgentChoice agent,
    Optional<Boolean> identitiesOnly,
    int maxKeys,
    Optional<List<Path>> knownHosts,
    Optional<HostKeyPolicy> hostKeys,
    Optional<List<Target>> jumps,
    SshConfig config,
    Surroundings surroundings,
    Limits limits,
    ScheduledExecutorService scheduler) {

  /** What the transport stands in. */
  record Surroundings(String localUser, Path home, Function<String, Optional<String>> environment) {

    Path sshFolder() {
      return home.resolve(".ssh");
    }
  }

  /** How long and how much. */
  record Limits(
      Optional<Duration> connectTimeout,
      Duration authTimeout,
      Duration collectTimeout,
      ByteSize maxStdout,
      ByteSize maxStderr) {}

  /** No secret: a password is only said to be there. */
  @Override
  public String toString() {
    return "user="
        + user.orElse("as configured")
        + ", identities="
        + (identities.isEmpty() ? "as configured" : identities)
        + ", password="
        + (password == null ? "none" : "given")
        + ", agent="
        + agent
        + ", knownHosts="
        + knownHosts.map(Object::toString).orElse("as configured")
        + ", hostKeys="
        + hostKeys.map(Object::toString).orElse("as configured")
        + ", jumps="
        + jumps.map(Object::toString).orElse("as configured")
        + ", sshConfig="
        + config.files().stream().map(ConfigFile::path).toList()
        + ", "
        + limits;
  }
}
