package org.leafinventory.ssh;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;

/** Judges the key that a host shows, and explains a refusal. One run, one check. */
final class HostKeyCheck implements HostKeyVerifier {

  private final Destination to;
  private final HostKeyPolicy policy;
  private final List<Path> files;
  private final KnownHosts known;
  private volatile KnownHosts.@Nullable Verdict refused;

  HostKeyCheck(Destination to, HostKeyPolicy policy, List<Path> files) {
    this.to = to;
    this.policy = policy;
    this.files = files;
    this.known = KnownHosts.read(files);
  }

  @Override
  public boolean verify(String host, int port, PublicKey key) {
    KnownHosts.Verdict verdict = known.verdict(host, port, HostKey.of(key));
    boolean accepted = policy.accepts(verdict.standing());
    refused = accepted ? null : verdict;
    return accepted;
  }

  @Override
  public List<String> findExistingAlgorithms(String host, int port) {
    return known.algorithms(host, port);
  }

  /** Why the key was refused; empty if it was not, or none was shown. */
  Optional<CollectionException> refusal() {
    return Optional.ofNullable(refused).map(this::explain);
  }

  private CollectionException explain(KnownHosts.Verdict verdict) {
    return switch (verdict.standing()) {
      case CHANGED -> changed(verdict);
      case REVOKED -> revoked(verdict);
      case KNOWN, UNKNOWN -> unknown(verdict);
    };
  }

  private CollectionException unknown(KnownHosts.Verdict verdict) {
    HostKey key = verdict.offered();
    String skipped =
        known.unreadable().isEmpty()
            ? ""
            : " (could not be read: " + String.join(", ", known.unreadable()) + ")";
    return failure(
        "the host key is not known: the machine shows " + key + skipped,
        "compare that with `ssh-keygen -lf /etc/ssh/ssh_host_"
            + fileName(key.type())
            + "_key.pub` run on the machine itself, and if it is the same add this line to "
            + files.get(0)
            + ": "
            + to.knownHostsName()
            + " "
            + key.type()
            + " "
            + key.base64());
  }

  private CollectionException changed(KnownHosts.Verdict verdict) {
    String before =
        verdict.because().stream()
            .map(line -> line.key() + " (" + line.place() + ")")
            .collect(Collectors.joining(", "));
    return failure(
        "THE HOST KEY HAS CHANGED, someone may be intercepting the connection: known is "
            + before
            + ", the machine now shows "
            + verdict.offered(),
        "find out why before going on; if the machine was set up anew, remove the old key with"
            + " `ssh-keygen -R '"
            + to.knownHostsName()
            + "' -f "
            + verdict.because().get(0).file()
            + "` and add the new one after checking it");
  }

  private CollectionException revoked(KnownHosts.Verdict verdict) {
    return failure(
        "THE HOST KEY IS REVOKED: "
            + verdict.offered()
            + " is marked @revoked at "
            + verdict.because().get(0).place(),
        "do not use this machine until it has new host keys");
  }

  private CollectionException failure(String reason, String advice) {
    return new CollectionException(to.target(), FailureKind.HOST_KEY, reason, advice);
  }

  private static String fileName(String type) {
    if (type.startsWith("ecdsa-")) {
      return "ecdsa";
    }
    return type.replace("ssh-", "");
  }
}
