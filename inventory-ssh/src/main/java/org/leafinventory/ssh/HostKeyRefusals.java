package org.leafinventory.ssh;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.leafinventory.collect.CollectionException;
import org.leafinventory.collect.FailureKind;
import org.leafinventory.model.Printable;

/** Explains why a host key was refused, and what to do. */
final class HostKeyRefusals {

  private final Destination to;
  private final HostKeySetup setup;
  private final List<String> unreadable;

  HostKeyRefusals(Destination to, HostKeySetup setup, List<String> unreadable) {
    this.to = to;
    this.setup = setup;
    this.unreadable = unreadable;
  }

  /** A key that the policy does not accept. */
  CollectionException explain(KnownHosts.Verdict verdict) {
    if (verdict.standing() == KnownHosts.Standing.REVOKED) {
      return revoked(verdict);
    }
    if (!setup.policy().asksKnownHosts()) {
      return failure(
          "THE HOST KEY IS NOT THE ONE EXPECTED, someone may be intercepting the connection: "
              + setup.policy()
              + ", "
              + to.machine()
              + " shows "
              + verdict.offered(),
          "compare with `ssh-keygen -lf /etc/ssh/ssh_host_"
              + fileName(verdict.offered().type())
              + "_key.pub` run on the machine itself; a machine has a key of each kind, and this is"
              + " the one that it shows");
    }
    return verdict.standing() == KnownHosts.Standing.CHANGED ? changed(verdict) : unknown(verdict);
  }

  /** A certificate that does not hold. */
  CollectionException certificate(String flaw) {
    return failure(
        "the certificate of the host key does not hold: " + flaw,
        "have the machine's certificate renewed for the name " + setup.name().bare());
  }

  /** A new key that could not be written down. */
  CollectionException notRecorded(SshKey key, IOException e) {
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return failure(
        "the new host key "
            + key
            + " cannot be recorded in "
            + setup.userFiles().get(0)
            + ": "
            + Printable.line(why),
        "make that file writable, or name another known_hosts file");
  }

  private CollectionException unknown(KnownHosts.Verdict verdict) {
    SshKey key = verdict.offered();
    String skipped =
        unreadable.isEmpty() ? "" : " (could not be read: " + String.join(", ", unreadable) + ")";
    return failure(
        "the host key is not known: " + to.machine() + " shows " + key + skipped,
        "compare that with `ssh-keygen -lf /etc/ssh/ssh_host_"
            + fileName(key.type())
            + "_key.pub` run on the machine itself, and if it is the same add this line to "
            + setup.userFiles().get(0)
            + ": "
            + setup.name().exact()
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
            + ", "
            + to.machine()
            + " now shows "
            + verdict.offered(),
        "find out why before going on; if the machine was set up anew, remove the old key with"
            + " `ssh-keygen -R '"
            + setup.name().exact()
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
    return new CollectionException(to.target(), FailureKind.HOST_KEY, to.at() + reason, advice);
  }

  private static String fileName(String type) {
    return type.startsWith("ecdsa-") ? "ecdsa" : type.replace("ssh-", "");
  }
}
